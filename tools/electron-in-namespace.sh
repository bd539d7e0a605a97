#!/bin/sh
# Starts Electron for root with its sandbox working: as "nobody" inside a user namespace. That user still
# owns root's files but has none of root's powers. It is the same process, so signals and exit codes are Electron's.
exec unshare --user --map-user=65534 --map-group=65534 "$DUTY_LEDGER_ELECTRON_BINARY" "$@"

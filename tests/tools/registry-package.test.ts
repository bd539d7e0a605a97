import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { downloadPackage, requireIntegrity } from '../../tools/registry-package.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { serve } from './local-server.ts'

const archive = Buffer.from('an archive, as far as this test goes')

function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

/** A registry on this machine with the one package `carrier@1.0.0`, and npm set to it. */
async function serveCarrier(): Promise<void> {
  const url = await serve((path, respond) => {
    if (path === '/carrier') respond(200, JSON.stringify(packument(url)))
    else if (path === '/carrier-1.0.0.tgz') respond(200, archive)
    else respond(404, '{}')
  })
  vi.stubEnv('npm_config_registry', url)
  vi.stubEnv('npm_config_cache', tempFolder())
}

function packument(url: string): object {
  const dist = { tarball: `${url}carrier-1.0.0.tgz`, integrity: integrityOf(archive) }
  return {
    name: 'carrier',
    'dist-tags': { latest: '1.0.0' },
    versions: { '1.0.0': { name: 'carrier', version: '1.0.0', dist } },
  }
}

describe('a package downloaded from the registry', () => {
  it('comes from the registry that npm is set to and is checked by its digest', async () => {
    await serveCarrier()
    const folder = tempFolder()
    expect(await downloadPackage('carrier@1.0.0', folder, integrityOf(archive))).toBe(
      join(folder, 'carrier-1.0.0.tgz'),
    )
  })

  it('is refused when it is not the file that is expected', async () => {
    await serveCarrier()
    const expected = integrityOf(Buffer.from('what was measured when the digest was written down'))
    await expect(downloadPackage('carrier@1.0.0', tempFolder(), expected)).rejects.toThrow(
      /carrier-1\.0\.0\.tgz is not the file that was expected and is not used\.\nexpected sha512-/,
    )
  })

  it('stops with what npm said when there is none', async () => {
    await serveCarrier()
    await expect(downloadPackage('unheard-of@1.0.0', tempFolder())).rejects.toThrow(
      /npm could not download unheard-of@1\.0\.0:\n[\s\S]*404/,
    )
  })

  it('is refused when a byte is different', async () => {
    const file = join(tempFolder(), 'archive.tgz')
    writeFileSync(file, archive.with(0, 0))
    await expect(requireIntegrity(file, integrityOf(archive))).rejects.toThrow(
      'is not the file that was expected',
    )
  })
})

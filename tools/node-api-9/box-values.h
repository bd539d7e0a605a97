// Node-API 10 lets a reference hold any value; Node-API 9 only objects, functions and symbols. Compiled in front of
// better-sqlite3, this header lets it run on Node-API 9: any other value is held inside a tagged object, its box.
#pragma once
#include <node_api.h>

static const napi_type_tag kBoxTag = {0x6475747920626f78, 0x6c65646765720001};

inline bool NeedsBox(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  if (napi_typeof(env, value, &type) != napi_ok) return false;
  return type != napi_object && type != napi_function && type != napi_symbol;
}

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  if (!NeedsBox(env, value)) return napi_create_reference(env, value, count, result);
  napi_value box = nullptr;
  napi_status status = napi_create_object(env, &box);
  if (status == napi_ok) status = napi_type_tag_object(env, box, &kBoxTag);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  return status == napi_ok ? napi_create_reference(env, box, count, result) : status;
}

inline napi_status GetReferenceValue(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  napi_valuetype type = napi_undefined;
  if (status != napi_ok || *result == nullptr || napi_typeof(env, *result, &type) != napi_ok) return status;
  bool boxed = false;
  if (type == napi_object) napi_check_object_type_tag(env, *result, &kBoxTag, &boxed);
  return boxed ? napi_get_element(env, *result, 0, result) : status;
}

#define napi_create_reference CreateReference
#define napi_get_reference_value GetReferenceValue

// What addons need of Node-API (https://nodejs.org/api/n-api.html), as far as it is used: it doesn't change with Node's versions, and nobody needs Node's headers.
#include <stddef.h>
#include <stdint.h>

#define PUBLIC __attribute__((visibility("default")))

typedef struct napi_env__ *napi_env;
typedef struct napi_value__ *napi_value;
typedef struct napi_callback_info__ *napi_callback_info;
typedef napi_value (*napi_callback)(napi_env, napi_callback_info);
extern int napi_get_cb_info(napi_env, napi_callback_info, size_t *, napi_value *, napi_value *, void **);
extern int napi_get_arraybuffer_info(napi_env, napi_value, void **, size_t *);
extern int napi_get_typedarray_info(napi_env, napi_value, int *, size_t *, void **, napi_value *, size_t *);
extern int napi_get_value_uint32(napi_env, napi_value, uint32_t *);
extern int napi_create_int32(napi_env, int32_t, napi_value *);
extern int napi_create_function(napi_env, const char *, size_t, napi_callback, void *, napi_value *);
extern int napi_create_array_with_length(napi_env, size_t, napi_value *);
extern int napi_create_string_utf8(napi_env, const char *, size_t, napi_value *);
extern int napi_set_element(napi_env, napi_value, uint32_t, napi_value);
extern int napi_set_named_property(napi_env, napi_value, const char *, napi_value);
extern int napi_throw_error(napi_env, const char *, const char *);

PUBLIC int32_t node_api_module_get_api_version_v1(void) { return 8; }

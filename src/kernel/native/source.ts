import type { Routine } from '../routine.js';
import { emitFunction } from '../wasm/function.js';
import { OPTIONS, routineKey } from '../wasm/module.js';
import { translateBody } from './translate.js';

/** Doubles of a vector: those of AVX-512; compilers split it where registers are shorter. */
const LANES = 8;

/**
 * The source in C (GNU, for vectors) of an addon for Node that holds some routines. Compile without fused multiply-add
 * (`-ffp-contract=off`) and without `-ffast-math`, and it computes the same bits as WebAssembly.
 *
 * Node's own interface for addons is declared here, as far as it is used (it doesn't change with Node's versions): no headers.
 */
export function nativeSource(routines: Iterable<Routine>): string {
  const byKey = new Map([...routines].map((routine) => [routineKey(routine), routine]));
  const all = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  const functions = all.map(
    ([key, routine]) =>
      `// ${routine.name.replaceAll(/[^\w ,]/g, '')}\nstatic void r_${key}(uint8_t *memory, uint32_t record, uint32_t offset) {\n` +
      `${translateBody(emitFunction(routine, { ...OPTIONS, vectorBytes: 8 * LANES }))}\n}`,
  );
  const names = all.map(([key]) => `r_${key}`);
  return [
    HEAD,
    ...functions,
    `static const routine ROUTINES[] = {${names.join(', ')}};`,
    `static const char *const KEYS[] = {${all.map(([key]) => `"${key}"`).join(', ')}};`,
    `enum { COUNT = ${all.length} };`,
    ADDON,
  ].join('\n\n');
}

const HEAD = `#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef double V __attribute__((vector_size(${8 * LANES})));
typedef int64_t I __attribute__((vector_size(${8 * LANES})));
typedef uint64_t U __attribute__((vector_size(${8 * LANES})));
typedef void (*routine)(uint8_t *, uint32_t, uint32_t);

#define SIGN ((I){} + INT64_MIN)

static inline uint32_t load_word(const uint8_t *at) { uint32_t word; memcpy(&word, at, 4); return word; }
static inline V load(const uint8_t *at) { V value; memcpy(&value, at, sizeof value); return value; }
static inline void store(uint8_t *at, V value) { memcpy(at, &value, sizeof value); }
static inline V splat_bits(uint64_t bits) { return (V)((U){} + bits); }
static inline V load_splat(const uint8_t *at) { uint64_t bits; memcpy(&bits, at, 8); return splat_bits(bits); }
static inline V choose(V a, V b, V when) { return (V)(((I)a & (I)when) | ((I)b & ~(I)when)); }
static inline uint32_t any_true(V value) {
  uint64_t any = 0;
  for (int k = 0; k < ${LANES}; k++) any |= ((U)value)[k];
  return any != 0;
}
static inline V square_root(V value) {
  V result;
  for (int k = 0; k < ${LANES}; k++) result[k] = __builtin_sqrt(value[k]);
  return result;
}
// Where they are equal, one may be −0; where neither is less, one is NaN, and so is their sum.
static inline V minimum(V a, V b) {
  V same = choose((V)((I)a | (I)b), a + b, (V)(a == b));
  return choose(a, choose(b, same, (V)(b < a)), (V)(a < b));
}
static inline V maximum(V a, V b) {
  V same = choose((V)((I)a & (I)b), a + b, (V)(a == b));
  return choose(a, choose(b, same, (V)(b > a)), (V)(a > b));
}`;

const ADDON = `#include "node-api.h"

static napi_value run(napi_env env, napi_callback_info info) {
  size_t given = 5, bytes = 0, length = 0;
  napi_value arguments[5];
  uint8_t *memory = NULL;
  uint32_t *table = NULL, calls = 0, count = 0, offset = 0;
  bool failed = napi_get_cb_info(env, info, &given, arguments, NULL, NULL) != 0 || given != 5 ||
    napi_get_arraybuffer_info(env, arguments[0], (void **)&memory, &bytes) != 0 ||
    napi_get_typedarray_info(env, arguments[1], NULL, &length, (void **)&table, NULL, NULL) != 0 ||
    napi_get_value_uint32(env, arguments[2], &calls) != 0 || napi_get_value_uint32(env, arguments[3], &count) != 0 ||
    napi_get_value_uint32(env, arguments[4], &offset) != 0 || (size_t)calls + 8 * (size_t)count > bytes;
  for (uint32_t k = 0; !failed && k < count; k++) {
    const uint8_t *call = memory + calls + 8 * (size_t)k;
    uint32_t which = load_word(call);
    if (which >= length || table[which] >= COUNT) failed = true;
    else ROUTINES[table[which]](memory, load_word(call + 4), offset);
  }
  if (failed) napi_throw_error(env, NULL, "run(memory, table, calls, count, offset) of a laid out image was expected");
  return NULL;
}

static napi_value keys(napi_env env, napi_callback_info info) {
  napi_value list, key;
  napi_create_array_with_length(env, COUNT, &list);
  for (uint32_t k = 0; k < COUNT; k++) {
    napi_create_string_utf8(env, KEYS[k], strlen(KEYS[k]), &key);
    napi_set_element(env, list, k, key);
  }
  return list;
}

PUBLIC napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  napi_value value;
  napi_create_function(env, "run", 3, run, NULL, &value);
  napi_set_named_property(env, exports, "run", value);
  napi_create_function(env, "keys", 4, keys, NULL, &value);
  napi_set_named_property(env, exports, "keys", value);
  return exports;
}
`;

// Section 2 in native code, eight draws at a time: what `../assembly` does two at a time, the same operations on each draw in the same
// order, so the same bits (compile with -ffp-contract=off); and series put into their store. `records.h` is made of the records of the
// folder above.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "node-api.h"
#include "records.h"

enum { LANES = 128, WIDE = 8, ROW_BYTES = LANES * 8 };

typedef double V __attribute__((vector_size(64)));
typedef int64_t I __attribute__((vector_size(64)));
typedef uint64_t U __attribute__((vector_size(64)));
typedef int32_t W __attribute__((vector_size(32)));

static inline V load(const uint8_t *at) { V value; memcpy(&value, at, sizeof value); return value; }
static inline void store(uint8_t *at, V value) { memcpy(at, &value, sizeof value); }
static inline uint32_t word(const uint8_t *at) { uint32_t value; memcpy(&value, at, 4); return value; }
static inline void put_word(uint8_t *at, uint32_t value) { memcpy(at, &value, 4); }
static inline double number(const uint8_t *at, int index) { double value; memcpy(&value, at + 8 * index, 8); return value; }
static inline V both(double value) { return (V){} + value; }
static inline V choose(I when, V yes, V no) { return (V)(((I)yes & when) | ((I)no & ~when)); }
static inline V larger(V a, V b) { return choose(a < b, b, a); }
static inline V smaller(V a, V b) { return choose(b < a, b, a); }
static inline V absolute(V a) { return (V)((I)a & INT64_MAX); }
static inline bool any(I mask) {
  int64_t some = 0;
  for (int k = 0; k < WIDE; k++) some |= mask[k];
  return some != 0;
}

// Exponentials: S. Moshier, Cephes Mathematical Library, exp.c.

static const double P[] = {1.26177193074810590878e-4, 3.02994407707441961300e-2, 9.99999999999999999910e-1};
static const double Q[] = {3.00198505138664455042e-6, 2.52448340349684104192e-3, 2.27265548208155028766e-1, 2.0};

/** Half of exp(r) − 1. */
static inline V half_rest(V r) {
  V s = r * r;
  V p = r * ((P[0] * s + P[1]) * s + P[2]);
  V q = ((Q[0] * s + Q[1]) * s + Q[2]) * s + Q[3];
  return p / (q - p);
}

static inline V exponential(V x) {
  V within = smaller(larger(x, both(-746.0)), both(710.0));
  V shifted = within * 1.4426950408889634 + 6755399441055744.0;
  V k = shifted - 6755399441055744.0;
  V half = half_rest((within - k * 6.93145751953125e-1) - k * 1.42860682030941723212e-6);
  V rest = (half + half) + 1.0;
  I low = (I)shifted >> 1;
  V first = (V)((U)(low + 1023) << 52);
  V second = (V)((U)(((I)shifted - low) + 1023) << 52);
  return rest * first * second;
}

/** Four draws together either need their range reduced or don't, as `storeExps` has it. */
static inline V noise_exponential(V x) {
  V half = half_rest(x);
  V near = (half + half) + 1.0;
  I large = absolute(x) > 0.5;
  if (!any(large)) return near;
  I of_first = (I){} + (large[0] | large[1] | large[2] | large[3]);
  I of_second = (I){} + (large[4] | large[5] | large[6] | large[7]);
  I where = {of_first[0], of_first[0], of_first[0], of_first[0], of_second[0], of_second[0], of_second[0], of_second[0]};
  return choose(where, exponential(x), near);
}

// Φ⁻¹: M. J. Wichura, Algorithm AS 241, PPND16.

static const double MIDDLE[] = {
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1.0,
};
static const double TAIL[] = {
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1.0,
};
/** ln 2 in two parts, and the coefficients of ln((1 + s) / (1 − s)) / s − 2: Sun's fdlibm, e_log.c. */
static const double LOG[] = {
  6.93147180369123816490e-1, 1.90821492927058770002e-10,
  1.479819860511658591e-1, 1.531383769920937332e-1, 1.818357216161805012e-1, 2.222219843214978396e-1,
  2.857142874366239149e-1, 3.999999999940941908e-1, 6.666666666666735130e-1,
};
static const double STEP = 1.0 / 4294967296.0;
/** The largest whole number w with (w + ½) / 2³² at most 0.425; −1 − w is the smallest one. */
static const uint32_t MOST_IN_MIDDLE = 1825361100;

static inline V polynomial(const double *c, V r) {
  return ((((((c[0] * r + c[1]) * r + c[2]) * r + c[3]) * r + c[4]) * r + c[5]) * r + c[6]) * r + c[7];
}

/** −ln p for normal numbers p below ½. */
static inline V minus_log(V p) {
  I raised = (I)p + (0x3ff0000000000000 - 0x3fe6a09e667f3bcd);
  V k = 1023.0 - __builtin_convertvector((I)((U)raised >> 52), V);
  V m = (V)((raised & 0x000fffffffffffff) + 0x3fe6a09e667f3bcd);
  V f = m - 1.0;
  V s = f / (f + 2.0);
  V z = s * s;
  V sum = (((((LOG[2] * z + LOG[3]) * z + LOG[4]) * z + LOG[5]) * z + LOG[6]) * z + LOG[7]) * z + LOG[8];
  V rest = k * LOG[1] - s * (2.0 + z * sum);
  return k * LOG[0] + rest;
}

/** 128 random words to standard normals. */
static void fill_normals(const uint8_t *bits, uint8_t *to) {
  int tails[LANES + WIDE];
  int count = 0;
  for (int lane = 0; lane < LANES; lane += WIDE) {
    W words;
    memcpy(&words, bits + 4 * lane, sizeof words);
    V q = (__builtin_convertvector(words ^ INT32_MIN, V) + 0.5) * STEP;
    V r = 0.180625 - q * q;
    store(to + 8 * lane, q * polynomial(MIDDLE, r) / polynomial(MIDDLE + 8, r));
  }
  for (int lane = 0; lane < LANES; lane++) {
    // |q| > 0.425, told by the words themselves.
    tails[count] = lane;
    count += (word(bits + 4 * lane) ^ 0x80000000u) + MOST_IN_MIDDLE + 1 > 2 * MOST_IN_MIDDLE + 1;
  }
  // Odd ones out are done more than once.
  for (int k = 0; count > 0 && k < WIDE; k++) tails[count + k] = tails[count - 1];
  for (int next = 0; next < count; next += WIDE) {
    W words;
    for (int k = 0; k < WIDE; k++) words[k] = (int32_t)word(bits + 4 * tails[next + k]);
    W above = words >> 31;
    I mirrored = __builtin_convertvector(words ^ above, I);
    V p = (__builtin_convertvector(mirrored, V) + 0.5) * STEP;
    V log = minus_log(p);
    V depth;
    for (int k = 0; k < WIDE; k++) depth[k] = __builtin_sqrt(log[k]);
    depth = depth - 1.6;
    V magnitude = polynomial(TAIL, depth) / polynomial(TAIL + 8, depth);
    I below = (I)((U)__builtin_convertvector(~above, I) << 63);
    V z = (V)((I)magnitude | below);
    for (int k = 0; k < WIDE; k++) memcpy(to + 8 * tails[next + k], (const char *)&z + 8 * k, 8);
  }
}

// Scrambled Sobol sequences, runs of 128 points.

static uint32_t point_at(const uint8_t *directions, uint32_t shift, uint32_t index) {
  uint32_t point = shift;
  for (uint32_t gray = index ^ (index >> 1); gray != 0; gray &= gray - 1) {
    point ^= word(directions + 4 * __builtin_ctz(gray));
  }
  return point;
}

/** What the `digit`-th digit of an index flips: that digit of the Gray code and the next lower one. */
static inline uint32_t step_of(const uint8_t *directions, int digit) {
  return word(directions + 4 * digit) ^ (digit > 0 ? word(directions + 4 * (digit - 1)) : 0);
}

static void sobol_run(const uint8_t *directions, uint32_t shift, uint32_t offset, uint8_t *to) {
  uint32_t points[LANES];
  points[0] = point_at(directions, shift, offset);
  for (int digit = 0; digit < 7; digit++) {
    int size = 1 << digit;
    uint32_t step = step_of(directions, digit);
    for (int k = 0; k < size; k++) points[size + k] = points[k] ^ step;
  }
  memcpy(to, points, sizeof points);
}

/** C. Wellons's bijection `lowbias32`. */
static inline uint32_t mix(uint32_t value) {
  uint32_t x = value ^ (value >> 16);
  x *= 0x7feb352d;
  x ^= x >> 15;
  x *= 0x846ca68b;
  return x ^ (x >> 16);
}

static inline uint32_t hash(const uint8_t *words, uint32_t node, uint32_t level) {
  return mix(mix(node ^ word(words)) ^ word(words + 4) ^ ((level + 1) * 0x9e3779b9u));
}

static uint32_t place_of_run(const uint8_t *words, uint32_t run) {
  uint32_t shuffled = run ^ (word(words + 8) >> 7);
  if (run < 2) return shuffled;
  int used = 32 - __builtin_clz(run);
  uint32_t below = (1u << (used - 1)) - 1;
  uint32_t swaps = 0;
  for (int digit = 0; digit < used - 1; digit++) swaps |= (hash(words, run >> (digit + 1), 4 + digit) & 1) << digit;
  return (shuffled & ~below) | ((run ^ swaps) & below);
}

static void shuffled_run(const uint8_t *directions, uint32_t shift, const uint8_t *words, uint32_t offset, uint8_t *to) {
  uint32_t run = offset >> 7;
  uint32_t swaps[4];
  for (int k = 0; k < 4; k++) swaps[k] = hash(words, run, k);
  uint32_t points[LANES], doubled[LANES];
  points[0] = point_at(directions, shift, place_of_run(words, run) << 7);
  for (int digit = 6, size = 1; digit >= 0; digit--, size *= 2) {
    uint32_t step = step_of(directions, digit);
    for (int k = 0; k < size; k++) {
      int node = size + k;
      uint32_t parent = points[k] ^ (-((swaps[node >> 5] >> (node & 31)) & 1) & step);
      doubled[2 * k] = parent;
      doubled[2 * k + 1] = parent ^ step;
    }
    memcpy(points, doubled, 8 * size);
  }
  memcpy(to, points, sizeof points);
}

static void draw(uint8_t *memory, const Sampling *sampling, uint32_t offset) {
  for (uint32_t index = 0; index < sampling->sourceCount; index++) {
    const Source *source = (const Source *)(memory + sampling->sources) + index;
    if (source->directions != 0) {
      uint32_t shift = word(memory + source->shift);
      const uint8_t *directions = memory + source->directions;
      if (source->shuffle == 0) sobol_run(directions, shift, offset, memory + source->bits);
      else shuffled_run(directions, shift, memory + source->shuffle, offset, memory + source->bits);
    }
    fill_normals(memory + source->bits, memory + source->to);
  }
}

// Inputs and noise.

static inline V score(const uint8_t *memory, const Input *input, size_t d) {
  const uint8_t *term = memory + input->terms;
  V z = number(term, 0) * load(memory + word(term + 8) + d);
  for (uint32_t k = 1; k < input->termCount; k++) {
    term += 16;
    z = z + number(term, 0) * load(memory + word(term + 8) + d);
  }
  return z;
}

/** A cubic a cell: four coefficients in a row, from the constant up. */
static inline V tabulated(const uint8_t *table, const uint8_t *p, V z) {
  double cells = number(p, 4);
  V position = smaller(larger((z - number(p, 2)) * number(p, 3), both(0)), both(cells));
  // Not below 0, so cut off is rounded down.
  I whole = __builtin_convertvector(position, I);
  I last = (I){} + ((int64_t)cells - 1);
  whole = (whole & ~(last < whole)) | (last & (last < whole));
  V t = position - __builtin_convertvector(whole, V);
  V c[4];
  for (int n = 0; n < 4; n++) {
    for (int k = 0; k < WIDE; k++) c[n][k] = number(table + 32 * whole[k], n);
  }
  return c[0] + t * (c[1] + t * (c[2] + t * c[3]));
}

static void map_inputs(uint8_t *memory, const Sampling *sampling) {
  for (uint32_t index = 0; index < sampling->inputCount; index++) {
    const Input *input = (const Input *)(memory + sampling->inputs) + index;
    uint8_t *to = memory + input->to;
    const uint8_t *p = memory + input->parameters, *table = memory + input->table;
    double low = number(p, 0), high = number(p, 1), first = number(p, 2), second = number(p, 3);
    for (size_t d = 0; d < ROW_BYTES; d += sizeof(V)) {
      V x = score(memory, input, d);
      if (input->kind == 1) x = first + second * x;
      else if (input->kind == 2) x = exponential(first + second * x);
      else if (input->kind == 3) x = tabulated(table, p, x);
      store(to + d, input->kind == 0 ? x : smaller(larger(x, both(low)), both(high)));
    }
  }
}

static void noises(uint8_t *memory, const Sampling *sampling) {
  for (uint32_t index = 0; index < sampling->noiseCount; index++) {
    const Noise *noise = (const Noise *)(memory + sampling->noises) + index;
    const uint8_t *p = memory + noise->parameters;
    double sd = number(p, 0), rho = number(p, 1), fresh = number(p, 2), half = number(p, 3);
    for (size_t d = 0; d < ROW_BYTES; d += sizeof(V)) {
      const uint8_t *from = memory + noise->normals + d;
      uint8_t *to = memory + noise->to + d;
      V n = sd * load(from);
      store(to, noise_exponential(n - half));
      for (uint32_t t = 1; t < sampling->periods; t++) {
        from += ROW;
        to += ROW;
        n = rho * n + fresh * load(from);
        store(to, noise_exponential(n - half));
      }
    }
  }
}

// What Node calls.

/** The memory, a sampling record's address in it, and perhaps a number more. */
static uint8_t *arguments(napi_env env, napi_callback_info info, const Sampling **sampling, size_t wanted, uint32_t *last) {
  size_t given = wanted, bytes = 0;
  napi_value values[3];
  uint8_t *memory = NULL;
  uint32_t at = 0;
  bool failed = napi_get_cb_info(env, info, &given, values, NULL, NULL) != 0 || given != wanted ||
    napi_get_arraybuffer_info(env, values[0], (void **)&memory, &bytes) != 0 ||
    napi_get_value_uint32(env, values[1], &at) != 0 || (size_t)at + sizeof(Sampling) > bytes ||
    (wanted == 3 && napi_get_value_uint32(env, values[2], last) != 0);
  if (failed) {
    napi_throw_error(env, NULL, "a memory and a sampling record in it were expected");
    return NULL;
  }
  *sampling = (const Sampling *)(memory + at);
  return memory;
}

static napi_value draw_called(napi_env env, napi_callback_info info) {
  const Sampling *sampling;
  uint32_t offset = 0;
  uint8_t *memory = arguments(env, info, &sampling, 3, &offset);
  if (memory != NULL) draw(memory, sampling, offset);
  return NULL;
}

/** Stores of more bytes than this are read again when nothing of them is in a cache any more. */
static const size_t LARGE = 16 << 20;

/** Copies past the caches where that can be done: a line that is only written needn't be read first. */
static void copy_past(double *to, const uint8_t *from, size_t count) {
#ifdef __SSE2__
  if ((uintptr_t)to % 16 == 0 && count % 2 == 0) {
    for (size_t k = 0; k < count; k += 2) _mm_stream_pd(to + k, _mm_loadu_pd((const double *)(from + 8 * k)));
    return;
  }
#endif
  memcpy(to, from, 8 * count);
}

/** Copies rows of a memory to a store, one after the other from its number `first` on. */
static napi_value gather_called(napi_env env, napi_callback_info info) {
  size_t given = 5, bytes = 0, count = 0, room = 0;
  napi_value values[5];
  uint8_t *memory = NULL;
  uint32_t *rows = NULL, first = 0, lanes = 0;
  double *to = NULL;
  bool failed = napi_get_cb_info(env, info, &given, values, NULL, NULL) != 0 || given != 5 ||
    napi_get_arraybuffer_info(env, values[0], (void **)&memory, &bytes) != 0 ||
    napi_get_typedarray_info(env, values[1], NULL, &count, (void **)&rows, NULL, NULL) != 0 ||
    napi_get_typedarray_info(env, values[2], NULL, &room, (void **)&to, NULL, NULL) != 0 ||
    napi_get_value_uint32(env, values[3], &first) != 0 || napi_get_value_uint32(env, values[4], &lanes) != 0 ||
    (size_t)first + count * lanes > room;
  for (size_t k = 0; !failed && k < count; k++) {
    if ((size_t)rows[k] + 8 * (size_t)lanes > bytes) failed = true;
    else if (8 * room > LARGE) copy_past(to + first + k * lanes, memory + rows[k], lanes);
    else memcpy(to + first + k * lanes, memory + rows[k], 8 * (size_t)lanes);
  }
#ifdef __SSE2__
  _mm_sfence();
#endif
  if (failed) napi_throw_error(env, NULL, "gather(memory, rows, store, first, lanes) of rows in the memory was expected");
  return NULL;
}

static napi_value map_called(napi_env env, napi_callback_info info) {
  const Sampling *sampling;
  uint8_t *memory = arguments(env, info, &sampling, 2, NULL);
  if (memory == NULL) return NULL;
  map_inputs(memory, sampling);
  noises(memory, sampling);
  return NULL;
}

PUBLIC napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  napi_value value;
  napi_create_function(env, "draw", 4, draw_called, NULL, &value);
  napi_set_named_property(env, exports, "draw", value);
  napi_create_function(env, "map", 3, map_called, NULL, &value);
  napi_set_named_property(env, exports, "map", value);
  napi_create_function(env, "gather", 6, gather_called, NULL, &value);
  napi_set_named_property(env, exports, "gather", value);
  napi_create_int32(env, LAYOUT, &value);
  napi_set_named_property(env, exports, "layout", value);
  return exports;
}

// Packs the Joe-Kuo table into src/sampling/direction-number-table.ts, which is checked in; run it again only if the
// packing changes: node scripts/pack-direction-numbers.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const rows = readFileSync(new URL('test/fixtures/sobol/joe-kuo.csv', root), 'utf8').trim().split('\n').slice(1);

const bits = [];
const push = (value, width) => {
  for (let shift = width - 1; shift >= 0; shift--) bits.push((value >>> shift) & 1);
};
for (const row of rows) {
  const [, degree, coefficients, initial] = row.split(',');
  const s = Number(degree);
  push(s, 4);
  push(Number(coefficients), s - 1);
  // m_k is odd and below 2^k: its last bit goes without saying.
  for (const [index, m] of initial.split(' ').entries()) push((Number(m) - 1) / 2, index);
}
while (bits.length % 8 !== 0) bits.push(0);

const bytes = Buffer.alloc(bits.length / 8);
bits.forEach((bit, index) => {
  bytes[index >> 3] |= bit << (7 - (index & 7));
});
const lines = bytes.toString('base64').match(/.{1,116}/g);

const notice = `/*!
 * Direction numbers of S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections",
 * SIAM J. Sci. Comput. 30, 2635-2654 (2008), set D(6), dimensions 2 to ${rows.length + 1}, from
 * https://web.maths.unsw.edu.au/~fkuo/sobol/
 *
 * Licence pertaining to sobol.cc and the accompanying sets of direction numbers
 *
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
 * All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
 * following conditions are met:
 *
 *     * Redistributions of source code must retain the above copyright notice, this list of conditions and the
 *       following disclaimer.
 *
 *     * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
 *       following disclaimer in the documentation and/or other materials provided with the distribution.
 *
 *     * Neither the names of the copyright holders nor the names of the University of New South Wales and the
 *       University of Waikato and its contributors may be used to endorse or promote products derived from this
 *       software without specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS \`\`AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT
 * NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO
 * EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR
 * BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
 * (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 */`;

const text = `${notice}

/** Number of dimensions, the first (van der Corput) included, which is not in the table. */
export const DIMENSIONS = ${rows.length + 1};

/**
 * A bit stream in base64, made by \`scripts/pack-direction-numbers.mjs\`. Per dimension from 2 on: the degree \`s\` in 4
 * bits, the inner coefficients \`a\` in s − 1 bits, and \`(m_k − 1) / 2\` in k − 1 bits for k = 1 … s.
 */
export const PACKED_DIRECTION_NUMBERS = \`
${lines.join('\n')}
\`;
`;
writeFileSync(new URL('src/sampling/direction-number-table.ts', root), text);

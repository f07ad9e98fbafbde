import seedrandom from 'seedrandom';

export interface PostsCase {
  readonly name: string;
  readonly text: string;
}

/** Combinations of numbers of posts that a case may have, so that all of them can be tried. */
const MOST_COMBINATIONS = 36;

/**
 * A random small plan, the same for the same number: one to three creators whose number of posts is to be chosen, two or three lines, sometimes a
 * fixed creator, rights, rules over stages and platforms, a floor on a line, an aversion to risk, posts beside the budget.
 */
export function randomPosts(number: number): PostsCase {
  const random = seedrandom.alea(`posts/${number}`);
  const between = (low: number, high: number): number => Number((low + (high - low) * random()).toPrecision(3));
  const whole = (low: number, high: number): number => low + Math.floor((high - low + 1) * random());
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
  const budget = whole(15, 60) * 100;
  const platforms = ['instagram', 'tiktok'] as const;
  let combinations = 1;
  const creators: string[] = [];
  for (let k = 0; k < whole(1, 3); k++) {
    const most = Math.min(whole(2, 8), Math.floor(MOST_COMBINATIONS / combinations) - 1);
    if (most < 1) break;
    combinations *= most + 1;
    const fee = Math.round(budget * between(0.01, 0.12));
    const stage = chance(0.2) ? ', stage: consideration' : '';
    const rights = chance(0.25)
      ? `, rights: { share: ${whole(10, 40)}%, fee: ${Math.round(fee * between(0.3, 2))} }`
      : '';
    const barter = chance(0.3) ? `, barter: ${whole(5, 30)}` : '';
    const share = chance(0.2) ? `, revenue_share: ${whole(3, 12)}%` : '';
    const low = between(20, 50);
    creators.push(
      `  - { name: C${k}, platform: ${pick(platforms)}${stage}, followers: ${whole(4, 80)}k, reach_rate: ${low}% to ${(low * 1.5).toFixed(1)}%, ` +
        `engagement: ${between(0.8, 3)}, fee: ${fee}${barter}${share}${rights}, posts: { max: ${most} } }`,
    );
  }
  if (chance(0.2)) {
    creators.push(
      `  - { name: Fixed, platform: tiktok, followers: 20k, reach_rate: 30%, fee: ${Math.round(budget * 0.03)}, posts: 2 }`,
    );
  }
  const audience = (): number => whole(3, 40) * 10_000;
  const rules: string[] = [];
  if (chance(0.3)) rules.push(`platforms: { tiktok: { max: ${whole(35, 60)}% } }`);
  if (chance(0.2)) rules.push(`lines: { instagram/awareness: { min: ${Math.round(budget * 0.1)} } }`);
  const third = chance(0.5)
    ? `  - { platform: instagram, stage: consideration, cpm: ${between(3, 8)}, ctr: ${between(1, 3)}%, cvr: ${between(2, 6)}%, audience: ${audience()} }\n`
    : '';
  if (third !== '' && chance(0.6)) rules.push(`prospecting: ${whole(40, 60)}-${whole(80, 95)}%`);
  const rate = between(0.6, 2.4);
  const text = `
currency: EUR
horizon: ${whole(4, 10)} weeks
budget: ${budget}
draws: 2048
seed: posts ${number}
noise: off
creative: off
economics: { order_value: 20 to 60, margin: ${whole(45, 80)}% }
${chance(0.25) ? 'creators_from: outside\n' : ''}creators:
${creators.join('\n')}
lines:
  - { platform: instagram, stage: awareness, audience: ${audience()}, cpm: 2 to 5, ctr: ${rate}%, view_rate: 25%, cvr: ${between(0.8, 3)}% }
  - { platform: tiktok, stage: awareness, audience: ${audience()}, cpm: ${between(1, 4)}, ctr: 0.5% to 1.5%, view_rate: 20%, cvr: ${between(0.8, 3)}% }
${third}${rules.length > 0 ? `rules: { ${rules.join(', ')} }\n` : ''}goal: { maximize: profit, risk_aversion: ${pick([0, 0, 0.3])}, tail: 20% }
`;
  return { name: `plan ${number}`, text };
}

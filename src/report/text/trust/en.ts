/** How far an optimum can be trusted, and how it is spread over time where that was free. */
export const trustEn = {
  starts: (starts: string, searches: string, spread: string) =>
    `${starts} plans were judged, and the search was carried to its end from ${searches} of them; what those came to differs by ${spread}.`,
  lower: (residual: string, difference: string) =>
    `KKT residual ${residual}; on fresh draws the objective is ${difference} lower than on those it was fitted to.`,
  higher: (residual: string, difference: string) =>
    `KKT residual ${residual}; on fresh draws the objective is ${difference} higher than on those it was fitted to.`,
  flat: 'Within 1% of the best objective each line may have, the others following',
  alternatives: 'Other plans within 1%',
  alternative: (moved: string, objective: string, plan: string) => `${moved} moved, objective ${objective}: ${plan}`,
  title: 'How far to trust this plan',
  least: 'Least',
  most: 'Most',
  plan: (number: string) => `Plan ${number}`,
  moved: 'Money that moves',
  objective: 'Objective',
  flighting: 'What each period gets',
  from: 'From',
};

const expected: RegExp[] = [];
const unexpected: string[] = [];

/** Says that the test that runs will make `console.error` or `console.warn` say something like this. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

/** Takes down what was said, unless it was expected. */
export function hear(words: string): void {
  const at = expected.findIndex((pattern) => pattern.test(words));
  if (at < 0) unexpected.push(words);
  else heard.add(expected[at]);
}

const heard = new Set<RegExp | undefined>();

/** What nobody expected and what was expected in vain, since the last time of asking. */
export function surprises(): { unexpected: string[]; inVain: string[] } {
  const inVain = expected.filter((pattern) => !heard.has(pattern)).map(String);
  const said = [...unexpected];
  expected.length = unexpected.length = 0;
  heard.clear();
  return { unexpected: said, inVain };
}

import { parse } from '@babel/parser';

/** Words that are out, with the ones to use (CONTRIBUTING.md, “Words”). */
const words = new Map([
  ['deed', 'change, event, action or work'],
  ['deeds', 'changes, events or actions'],
  ['told', '…View, …Response, published or notified'],
  ['telling', 'publishing or a message'],
  ['shelf', 'store, index, lookup or cache'],
  ['bell', 'notifier or emitter'],
  ['keeper', 'persister'],
  ['jot', 'append'],
  ['jotted', 'queued'],
  ['ground', 'input, context or snapshot'],
  ['grounds', 'inputs or contexts'],
  ['reckon', 'compute'],
  ['reckoner', 'worker'],
  ['reckoning', 'computation'],
  ['sought', 'filters or matching'],
  ['sifted', 'filtered'],
  ['lore', 'decision log'],
  ['gist', 'summary'],
  ['patience', 'timeout'],
  ['ink', 'color'],
  ['inks', 'colors'],
  ['deafen', 'unsubscribe'],
  ['heard', 'received'],
  ['parting', 'disagreement'],
  ['stands', 'versions or isCurrent'],
  ['becoming', 'next or planned'],
  ['settle', 'adjudicate or resolve'],
  ['settling', 'adjudication'],
  ['settled', 'resolved'],
  ['ask', 'query or fetch'],
  ['asks', 'requests'],
  ['standing', 'membership, access or current'],
  ['said', 'version or content'],
  ['kept', 'stored or saved'],
  ['drainer', 'sender'],
  ['comer', 'visitor'],
  ['onlooker', 'viewer'],
  ['fewest', 'min…'],
  ['mostly', 'max…'],
]);

/** What the platform calls so. */
const platform = new Set(['allSettled']);

const wordsOf = (name: string): string[] =>
  name.split(/(?<=[a-z0-9])(?=[A-Z])|[-_$./]/).map((word) => word.toLowerCase());

function faultsOf(name: string): string[] {
  if (platform.has(name)) return [];
  return wordsOf(name).flatMap((word) =>
    words.has(word) ? [`“${name}”: not ${word}, but ${words.get(word)}`] : [],
  );
}

function addNames(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((one) => addNames(one, names));
  if (typeof node !== 'object' || node === null) return;
  const { type, name } = node as { type?: unknown; name?: unknown };
  if ((type === 'Identifier' || type === 'JSXIdentifier') && typeof name === 'string')
    names.add(name);
  for (const [key, value] of Object.entries(node))
    if (key !== 'loc' && !key.endsWith('Comments')) addNames(value, names);
}

/** The names in a source file, and its own, that have words of the old private language. */
export function wordFaults(path: string, text: string): string[] {
  const names = new Set<string>();
  const plugins = path.endsWith('.tsx')
    ? (['typescript', 'jsx'] as const)
    : (['typescript'] as const);
  addNames(parse(text, { sourceType: 'module', plugins: [...plugins] }).program, names);
  return [...faultsOf(path), ...[...names].flatMap(faultsOf)].map((fault) => `${path}: ${fault}`);
}

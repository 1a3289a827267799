import type { SourceFile } from './source-file';

/** The rooms of lib/ from left to right: a room may import from its left only. */
export const domains = [
  'compute',
  'live',
  'access',
  'project',
  'article',
  'codebook',
  'annotation',
  'discussion',
  'comparison',
  'agreement',
  'adjudication',
  'round',
  'calibration',
  'insight',
  'interchange',
  'assist',
];

/**
 * The shared folders of components/ from left to right; every other folder is a capability, which may
 * import from these and never from another capability.
 */
export const sharedComponents = [
  'ui',
  'outbox',
  'charts',
  'article-text',
  'live',
  'discussion',
  'workbench',
];

/** The only files of lib/ outside of the rooms. */
export const loose = [
  'lib/db.ts',
  'lib/env.ts',
  'lib/page.ts',
  'lib/refusal.ts',
  'lib/text-input.ts',
  'lib/transaction.ts',
];

/** The room that a file of lib/ is in; null for the loose ones and files elsewhere. */
export function domainOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The folder that a file of components/ is in; null for files elsewhere. */
export function componentFolderOf(path: string): string | null {
  return /^components\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** What a file is by the house's table. */
export type Kind = 'noun' | 'store' | 'verb' | 'loose' | 'component' | 'app' | 'other';

/** Clock, chance, environment and state of the process: what a noun does not touch. */
const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\brandom(?:Bytes|UUID|Int)\(|\bprocess\.|\bglobalThis as\b/;

const named = (path: string): Kind | null => {
  if (path.startsWith('components/')) return 'component';
  if (path.startsWith('app/')) return 'app';
  if (loose.includes(path)) return 'loose';
  if (!path.startsWith('lib/')) return 'other';
  return path.endsWith('-store.ts') ? 'store' : null;
};

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/**
 * Sorts files by their kind. A file in a room is a verb when it touches the database, a store,
 * another verb, the clock or chance; whatever remains is a noun.
 */
export function kindsOf(files: SourceFile[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  const stem = (path: string) => path.replace(/\.(?:tsx?|mjs)$/, '');
  for (const { path } of files) kinds.set(stem(path), named(path) ?? 'noun');
  const isEffectful = (to: string) =>
    to === 'lib/db' ||
    to === 'lib/transaction' ||
    // Native code, which no browser has.
    to === '@node-rs/argon2' ||
    kinds.get(to) === 'store' ||
    kinds.get(to) === 'verb';
  for (let changed = true; changed;) {
    changed = false;
    for (const { path, text, imports } of files) {
      if (kinds.get(stem(path)) !== 'noun') continue;
      const touches = imports.some(({ to, isType }) => !isType && isEffectful(to));
      if (!touches && !impure.test(withoutComments(text))) continue;
      kinds.set(stem(path), 'verb');
      changed = true;
    }
  }
  return kinds;
}

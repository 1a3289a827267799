import type { Kind } from './kind';
import { componentFolderOf, domainOf, domains, kindsOf, sharedComponents } from './kind';
import type { Import, SourceFile } from './source-file';

const stem = (path: string): string => path.replace(/\.(?:tsx?|mjs)$/, '');
const isPrisma = (to: string): boolean =>
  to.startsWith('@prisma/') || to.startsWith('prisma/generated');

/** The doors of the frameworks: which packages, and who may bring them in. */
const doors: { what: string; is: (to: string) => boolean; may: (path: string) => boolean }[] = [
  {
    what: 'Next',
    is: (to) => /^next(?:\/|$)/.test(to),
    may: (path) => /^(?:app|components)\/|^server\/serve\.ts$/.test(path),
  },
  {
    what: 'next-auth',
    is: (to) => /^next-auth(?:\/|$)/.test(to),
    may: (path) => /^app\/(?:_gate|api\/auth)\//.test(path),
  },
  {
    what: 'React, Mantine or Tiptap',
    is: (to) => /^(?:react|react-dom|@mantine|@tiptap|@tabler)(?:\/|$)/.test(to),
    may: (path) => /^(?:app|components|bench\/annotate)\//.test(path),
  },
  {
    what: 'the live line',
    is: (to) => /^(?:ws|ioredis|@hocuspocus\/(?:server|extension-redis))(?:\/|$)/.test(to),
    may: (path) => /^(?:server|bench)\//.test(path),
  },
  {
    what: 'the live line of the browser',
    is: (to) => to === '@hocuspocus/provider',
    may: (path) => /^(?:components\/live|bench)\//.test(path),
  },
  {
    what: 'Prisma',
    is: isPrisma,
    may: (path) => /^server\/|-store\.ts$|^lib\/db\.ts$/.test(path),
  },
  {
    what: 'the database driver',
    is: (to) => /^(?:pg|pg-cursor|@electric-sql\/.*)$/.test(to),
    may: (path) => /^(?:server|bench)\/|-store\.ts$|^lib\/db\.ts$/.test(path),
  },
];

/** What a file of each kind never imports from our own house. */
const never: Record<Kind, (to: string, kind: Kind, from: SourceFile) => boolean> = {
  noun: (to, kind) => kind === 'store' || kind === 'verb' || /^lib\/(?:db|transaction)$/.test(to),
  verb: () => false,
  store: (to, kind, from) =>
    kind === 'verb' || (kind === 'store' && domainOf(`${to}.ts`) !== domainOf(from.path)),
  component: (to, kind) =>
    kind === 'store' || kind === 'verb' || kind === 'app' || /^lib\/(?:db|transaction)$/.test(to),
  app: (to, kind, from) =>
    kind === 'store' || (to === 'lib/db' && !from.path.startsWith('app/_gate/')),
  loose: (to) => to.startsWith('lib/') && to.split('/').length > 2,
  other: () => false,
};

function roomFault({ path }: SourceFile, { to }: Import): string | null {
  const from = domainOf(path);
  if (from === null) return null;
  if (/^(?:app|components|server|tests|bench)\//.test(to)) return `${path} imports ${to}`;
  const other = domainOf(`${to}.ts`);
  if (other === null || domains.indexOf(other) <= domains.indexOf(from)) return null;
  return `${path} imports ${to}, a room to its right`;
}

function componentFault({ path }: SourceFile, { to }: Import): string | null {
  const [from, other] = [componentFolderOf(path), componentFolderOf(to)];
  if (from === null || other === null || from === other) return null;
  const at = sharedComponents.indexOf(other);
  const own = sharedComponents.indexOf(from);
  if (at >= 0 && (own < 0 || at < own)) return null;
  return `${path} imports ${to}, ${at < 0 ? 'another capability' : 'a folder to its right'}`;
}

function cycle(files: SourceFile[]): string | null {
  const next = new Map(
    files.map(({ path, imports }) => [
      stem(path),
      imports.filter(({ isOurs, isType }) => isOurs && !isType).map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const walk = (at: string, trail: string[]): string | null => {
    if (trail.includes(at)) return [...trail.slice(trail.indexOf(at)), at].join(' → ');
    if (done.has(at)) return null;
    for (const to of next.get(at) ?? []) {
      const found = walk(to, [...trail, at]);
      if (found !== null) return found;
    }
    done.add(at);
    return null;
  };
  for (const at of next.keys()) {
    const found = walk(at, []);
    if (found !== null) return found;
  }
  return null;
}

/** Where imports break the house's table, a line each. */
export function importFaults(files: SourceFile[]): string[] {
  const kinds = kindsOf(files);
  const faults: string[] = [];
  for (const file of files) {
    if (file.path.startsWith('tests/')) continue;
    const kind = kinds.get(stem(file.path)) ?? 'other';
    const domain = domainOf(file.path);
    if (domain !== null && !domains.includes(domain))
      faults.push(`${file.path} is in no room we have`);
    for (const entry of file.imports) {
      const door = doors.find(({ is }) => is(entry.to));
      if (door !== undefined && !door.may(file.path))
        faults.push(`${file.path} imports ${entry.to}: ${door.what} has another door`);
      if (!entry.isOurs) continue;
      const other = kinds.get(entry.to) ?? 'other';
      if (never[kind](entry.to, other, file))
        faults.push(`${file.path}, a ${kind}, imports ${entry.to}, a ${other}`);
      const fault = roomFault(file, entry) ?? componentFault(file, entry);
      if (fault !== null) faults.push(fault);
      if (file.path.startsWith('server/live/') && entry.to.startsWith('app/'))
        faults.push(`${file.path} imports ${entry.to}: pages are right of the live server`);
    }
  }
  const round = cycle(files);
  return round === null ? faults : [...faults, `a cycle: ${round}`];
}

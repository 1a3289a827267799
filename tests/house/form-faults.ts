import { posix } from 'node:path';
import { kindsOf, loose, domainOf } from './kind';
import type { SourceFile } from './source-file';

const mostLines = (path: string): number => (path.startsWith('tests/') ? 400 : 300);

const emptyNames = new Set(
  'utils helpers services common misc shared core manager constants types index'.split(' '),
);

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Where Next reads a meaning from a folder's name. */
const route = /^(?:_gate|\(.+\)|\[(?:\.\.\.)?[a-zA-Z]+\]|[a-z-]+:[a-z-]+|openapi\.json)$/;

const forbidden: [RegExp, string][] = [
  [/(?:eslint|oxlint)-(?:disable|enable)/, 'switches the linter off'],
  [/@ts-(?:ignore|expect-error|nocheck)/, 'switches the types off'],
  [/\b(?:TO[D]O|FIX[M]E)\b/, 'leaves something to be done'],
  [/\b(?:test|it|describe)\.(?:skip|only|todo)\b|\b(?:xit|xtest|xdescribe|fit)\(/, 'skips tests'],
];

/** What is wrong with a path's name; for styles and pictures too. */
export function nameFaults(path: string): string[] {
  // Reference cases keep the names that they are known by elsewhere.
  if (path.endsWith('.md') || path.startsWith('tests/agreement-cases/')) return [];
  return path.split('/').flatMap((segment, at, all) => {
    const isFile = at === all.length - 1;
    const name = isFile ? (segment.split('.')[0] ?? '') : segment;
    if (emptyNames.has(name)) return [`${path}: “${name}” says nothing`];
    if (kebab.test(name) || (path.includes('app/') && route.test(segment))) return [];
    return [`${path}: “${segment}” is not in kebab-case`];
  });
}

/** What is wrong with a file's length and words, whatever its language. */
export function textFaults(path: string, text: string): string[] {
  const lines = text.split('\n').length - 1;
  const faults = forbidden
    .filter(([pattern]) => pattern.test(text))
    .map(([, what]) => `${path} ${what}`);
  return lines > mostLines(path) ? [...faults, `${path} has ${lines} lines`] : faults;
}

/** An export of a route must be made by respond, or be a setting of Next. */
function routeFaults({ path, statements }: SourceFile): string[] {
  const made = new Set<string>();
  const faults: string[] = [];
  for (const statement of statements) {
    const declared =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'VariableDeclaration')
      for (const { id, init } of declared.declarations) {
        const name = id.type === 'Identifier' ? id.name : '?';
        const isMade =
          init?.type === 'CallExpression' &&
          init.callee.type === 'Identifier' &&
          init.callee.name === 'respond';
        if (isMade) made.add(name);
        else if (statement !== declared && name !== 'dynamic') faults.push(name);
      }
    else if (statement.type === 'ExportNamedDeclaration' && declared) faults.push(declared.type);
    if (statement.type === 'ExportNamedDeclaration')
      for (const { local } of statement.specifiers.filter((one) => one.type === 'ExportSpecifier'))
        if (!made.has(local.name)) faults.push(local.name);
  }
  return faults.map((name) => `${path} exports ${name}, which respond did not make`);
}

const folderOf = (path: string): string => posix.dirname(path);
const isLibTest = (path: string): boolean => /^tests\/lib\/.*\.test\.tsx?$/.test(path);

/**
 * The modules of `lib/` that a test is about: of those in the folder that its own mirrors, what it
 * imports, and the one that it is named for. A test may be about a concept that several files share.
 */
function testedBy({ path, imports }: SourceFile, paths: ReadonlySet<string>): string[] {
  const named = path.replace(/^tests\//, '').replace(/\.test\.tsx?$/, '');
  return [named, ...imports.filter(({ isType }) => !isType).map(({ to }) => to)].filter(
    (module) =>
      folderOf(module) === folderOf(path).slice('tests/'.length) && paths.has(`${module}.ts`),
  );
}

/** Where files are not of the form that the house wants, a line each. */
export function formFaults(files: SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const kinds = kindsOf(files);
  const tested = new Set(
    files.filter(({ path }) => isLibTest(path)).flatMap((file) => testedBy(file, paths)),
  );
  return files.flatMap((file) => {
    const { path, text, runs, undocumented } = file;
    const faults: string[] = [];
    if (path.startsWith('lib/')) {
      if (domainOf(path) === null && !loose.includes(path)) faults.push(`${path} is in no room`);
      if (runs && !tested.has(path.replace(/\.ts$/, '')))
        faults.push(`${path} has no test in tests/${folderOf(path)}`);
      faults.push(...undocumented.map((name) => `${path}: ${name} has no doc sentence`));
      if (/\bprocess\.env\b/.test(text) && path !== 'lib/db.ts' && path !== 'lib/env.ts')
        faults.push(`${path} reads the environment`);
    }
    if (isLibTest(path) && testedBy(file, paths).length === 0)
      faults.push(`${path} tests nothing of lib/${folderOf(path).slice('tests/lib/'.length)}`);
    if (path.startsWith('app/api/') && path.endsWith('/route.ts') && !path.includes('/auth/'))
      faults.push(...routeFaults(file));
    if (kinds.get(path.replace(/\.ts$/, '')) === 'store' && /\bRefusal\(/.test(text))
      faults.push(`${path}, a store, refuses: that is for verbs`);
    return faults;
  });
}

import { posix } from 'node:path';
import { parse } from '@babel/parser';

type Text = { path: string; text: string };

/** What Next, and nobody of ours, imports from its files. */
const forNext =
  /^(?:default|metadata|viewport|generateMetadata|dynamic|config|proxy|GET|PUT|POST|PATCH|DELETE|HEAD)$/;

const stem = (path: string): string => path.replace(/\.(?:tsx?|mjs)$/, '');

function targetOf(from: string, named: string): string | null {
  if (named.startsWith('@/')) return stem(named.slice(2));
  return named.startsWith('.') ? stem(posix.join(posix.dirname(from), named)) : null;
}

function statementsOf({ path, text }: Text) {
  const plugins = path.endsWith('.tsx')
    ? ['typescript' as const, 'jsx' as const]
    : ['typescript' as const];
  return parse(text, { sourceType: 'module', plugins }).program.body;
}

type Statement = ReturnType<typeof statementsOf>[number];

function exportedBy(statement: Statement): string[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
  const { declaration } = statement;
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) =>
      id.type === 'Identifier' ? [id.name] : [],
    );
  const name = declaration && 'id' in declaration ? declaration.id : null;
  return name?.type === 'Identifier' ? [name.name] : [];
}

/** What a file takes from others: `path#name`, and `path#*` where it takes all. */
function takenBy({ path, text }: Text): string[] {
  const taken = statementsOf({ path, text }).flatMap((statement) => {
    const source = 'source' in statement ? statement.source?.value : undefined;
    const to = source === undefined ? null : targetOf(path, source);
    if (to === null) return [];
    if (statement.type === 'ImportDeclaration')
      return statement.specifiers.map((one) => {
        if (one.type !== 'ImportSpecifier') return `${to}#*`;
        return `${to}#${one.imported.type === 'Identifier' ? one.imported.name : one.imported.value}`;
      });
    return [`${to}#*`];
  });
  // import('…') in expressions and types.
  for (const [, named = ''] of text.matchAll(/\bimport\(\s*['"`]([^'"`$]+)/g))
    taken.push(`${targetOf(path, named)}#*`);
  return taken;
}

/** Exports of app, components, lib and server that no other file takes, tests and benches included. */
export function exportFaults(files: readonly Text[]): string[] {
  const taken = new Set(files.flatMap(takenBy));
  return files
    .filter(({ path }) => /^(?:app|components|lib|server)\/.*\.tsx?$/.test(path))
    .flatMap((file) => {
      if (taken.has(`${stem(file.path)}#*`)) return [];
      return statementsOf(file)
        .flatMap(exportedBy)
        .filter((name) => !(file.path.startsWith('app/') && forNext.test(name)))
        .filter((name) => !taken.has(`${stem(file.path)}#${name}`))
        .map((name) => `${file.path}: nobody needs its export ${name}`);
    });
}

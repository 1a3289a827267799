import { posix } from 'node:path';
import { parse } from '@babel/parser';

type Statement = ReturnType<typeof parse>['program']['body'][number];

/** One import, export-from or dynamic import, by what it names: a path of ours, or a package. */
export type Import = { to: string; isOurs: boolean; isType: boolean };

/** A file of the house as its rules see it. */
export type SourceFile = {
  path: string;
  text: string;
  imports: Import[];
  /** Whether it does something when it runs, rather than only naming types. */
  runs: boolean;
  /** Exports without a doc sentence above them. */
  undocumented: string[];
  statements: Statement[];
};

const typeOnly = new Set([
  'ImportDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
]);

function runs(statement: Statement): boolean {
  if (typeOnly.has(statement.type)) return false;
  if (statement.type !== 'ExportNamedDeclaration') return true;
  if (statement.exportKind === 'type') return false;
  return statement.declaration ? runs(statement.declaration) : true;
}

function target(from: string, named: string): { to: string; isOurs: boolean } {
  if (named.startsWith('@/')) return { to: named.slice(2), isOurs: true };
  if (!named.startsWith('.')) return { to: named, isOurs: false };
  return { to: posix.join(posix.dirname(from), named), isOurs: true };
}

function importsOf(path: string, text: string, statements: Statement[]): Import[] {
  const found: Import[] = [];
  for (const statement of statements) {
    if (statement.type === 'ImportDeclaration') {
      found.push({
        ...target(path, statement.source.value),
        isType: statement.importKind === 'type',
      });
    } else if (
      (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') &&
      statement.source
    ) {
      found.push({
        ...target(path, statement.source.value),
        isType: statement.exportKind === 'type',
      });
    }
  }
  // Dynamic imports and import types stand inside of expressions and types.
  for (const match of text.matchAll(/(typeof )?\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"`]([^'"`$]+)/g))
    found.push({ ...target(path, match[2] ?? ''), isType: match[1] !== undefined });
  return found;
}

function nameOf(statement: Statement): string {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return '';
  const { declaration } = statement;
  if (declaration.type === 'VariableDeclaration') {
    const id = declaration.declarations[0]?.id;
    return id?.type === 'Identifier' ? id.name : '';
  }
  return 'id' in declaration && declaration.id && 'name' in declaration.id
    ? String(declaration.id.name)
    : '';
}

/** Whether a statement exports something that it declares itself, with no doc sentence right above. */
function isUndocumented(statement: Statement): boolean {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return false;
  const last = statement.leadingComments?.at(-1);
  return last?.type !== 'CommentBlock' || !last.value.startsWith('*');
}

function undocumented(statements: Statement[]): string[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const name = nameOf(statement);
    // Of overloads the first one speaks for all.
    const isAgain = name !== '' && seen.has(name);
    seen.add(name);
    return isUndocumented(statement) && !isAgain ? [name] : [];
  });
}

/** Reads a TypeScript or JavaScript file. */
export function sourceFile(path: string, text: string): SourceFile {
  const plugins: ('typescript' | 'jsx')[] = path.endsWith('.tsx')
    ? ['typescript', 'jsx']
    : ['typescript'];
  const statements = parse(text, { sourceType: 'module', plugins }).program.body;
  return {
    path,
    text,
    imports: importsOf(path, text, statements),
    runs: statements.some(runs),
    undocumented: undocumented(statements),
    statements,
  };
}

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { exportFaults } from './house/export-faults';
import { formFaults, nameFaults, textFaults } from './house/form-faults';
import { importFaults } from './house/import-faults';
import { kindsOf } from './house/kind';
import { sourceFile } from './house/source-file';
import { wordFaults } from './house/word-faults';

const ours = ['app', 'bench', 'components', 'lib', 'prisma/demo', 'server', 'tests'].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
);
const isCode = (path: string) => /\.(?:tsx?|mjs)$/.test(path);
const files = ours.filter(isCode).map((path) => sourceFile(path, readFileSync(path, 'utf8')));

describe('the house', () => {
  test('imports as its table says', () => expect(importFaults(files)).toEqual([]));
  test('has files of their form', () => expect(formFaults(files)).toEqual([]));
  test('names everything', () => expect(ours.flatMap(nameFaults)).toEqual([]));
  test('is short, and switches nothing off', () => {
    const texts = ours.filter((path) => isCode(path) || path.endsWith('.css'));
    expect(texts.flatMap((path) => textFaults(path, readFileSync(path, 'utf8')))).toEqual([]);
  });
  test('has no word of the old private language', () =>
    expect(files.flatMap(({ path, text }) => wordFaults(path, text))).toEqual([]));
  test('exports what somebody needs', () => expect(exportFaults(files)).toEqual([]));
  test('is all there', () => expect(files.length).toBeGreaterThan(300));
});

const house = (texts: Record<string, string>) =>
  Object.entries(texts).map(([path, text]) => sourceFile(path, text));

const store = 'import { db } from "@/lib/db";\nexport const find = () => db();';
const verb = 'import { find } from "./span-store";\nexport const readSpan = () => find();';

describe('a fault in an import is found:', () => {
  const cases: [string, Record<string, string>][] = [
    [
      'a noun imports a store’s type',
      {
        'lib/article/span.ts': 'import type { Row } from "./span-store";',
        'lib/article/span-store.ts': store,
      },
    ],
    [
      'a store imports a verb',
      {
        'lib/article/span-store.ts': store,
        'lib/article/read-span.ts': verb,
        'lib/article/word-store.ts': 'import { readSpan } from "./read-span";',
      },
    ],
    [
      'a store imports another room’s store',
      {
        'lib/article/span-store.ts': store,
        'lib/annotation/mark-store.ts': 'export * from "@/lib/article/span-store";',
      },
    ],
    [
      'a room imports from its right',
      { 'lib/article/span.ts': 'import type { A } from "@/lib/annotation/annotation";' },
    ],
    [
      'a room imports a page’s part',
      { 'lib/article/span.ts': 'import { x } from "@/components/span";' },
    ],
    [
      'a component imports a verb',
      {
        'lib/article/span-store.ts': store,
        'lib/article/read-span.ts': verb,
        'components/span.tsx': 'import { readSpan } from "@/lib/article/read-span";',
      },
    ],
    [
      'a component imports a noun that knows the time',
      {
        'lib/article/span.ts': 'export const now = () => Date.now();',
        'components/span.tsx': 'import { now } from "@/lib/article/span";',
      },
    ],
    [
      'a component imports the database',
      { 'components/span.tsx': 'const { db } = await import("@/lib/db");' },
    ],
    [
      'a page imports a store',
      {
        'lib/article/span-store.ts': store,
        'app/page.tsx': 'import { find } from "../lib/article/span-store";',
      },
    ],
    ['a page imports the database', { 'app/page.tsx': 'import { db } from "@/lib/db";' }],
    [
      'a verb imports Prisma',
      { 'lib/article/read-span.ts': 'import { Prisma } from "@/prisma/generated/client";' },
    ],
    [
      'a verb imports Next',
      { 'lib/article/read-span.ts': 'import { cookies } from "next/headers";' },
    ],
    ['a noun imports React', { 'lib/article/span.ts': 'import type { Ref } from "react";' }],
    ['a component imports the driver', { 'components/span.tsx': 'type Pool = import("pg").Pool;' }],
    [
      'a loose file imports from a room',
      { 'lib/db.ts': 'import { x } from "@/lib/article/span";' },
    ],
    [
      'a capability of components imports another',
      { 'components/comparison/a.tsx': 'import { b } from "@/components/annotate/b";' },
    ],
    [
      'a shared part of components imports from its right',
      { 'components/ui/a.tsx': 'import { b } from "@/components/workbench/b";' },
    ],
    [
      'the live server imports a page',
      { 'server/live/a.ts': 'import { b } from "@/app/_gate/b";' },
    ],
    ['there is a new room', { 'lib/gossip/span.ts': 'import "zod";' }],
    [
      'two files import each other',
      {
        'lib/article/a.ts': 'import { b } from "./b";',
        'lib/article/b.ts': 'export { a } from "./a";',
      },
    ],
  ];
  test.each(cases)('%s', (_, texts) => expect(importFaults(house(texts))).toHaveLength(1));

  test('and none in what is right', () => {
    const right = house({
      'lib/article/span.ts': 'import type { Role } from "@/lib/access/role";',
      'lib/article/span-store.ts': `import type { Span } from "./span";\n${store}`,
      'lib/article/read-span.ts': verb,
      'components/span.tsx':
        'import { useState } from "react";\nimport { a } from "@/lib/article/span";',
      'app/page.tsx': 'import { readSpan } from "@/lib/article/read-span";',
    });
    expect(importFaults(right)).toEqual([]);
    expect(kindsOf(right).get('lib/article/read-span')).toBe('verb');
  });
});

describe('a fault of form is found:', () => {
  const cases: [string, Record<string, string>][] = [
    ['no test', { 'lib/article/span.ts': '/** One. */\nexport const one = 1;' }],
    ['a test of nothing', { 'tests/lib/article/span.test.ts': 'test("x", () => {});' }],
    [
      'only a test of another folder',
      {
        'lib/article/span.ts': '/** One. */\nexport const one = 1;',
        'lib/codebook/label.ts': '/** A label. */\nexport type Label = string;',
        'tests/lib/codebook/label.test.ts': 'import { one } from "@/lib/article/span";',
      },
    ],
    ['an export without a sentence', { 'lib/article/span.ts': '// One.\nexport type One = 1;' }],
    ['a file in no room', { 'lib/span.ts': '/** One. */\nexport type One = 1;' }],
    [
      'the environment in a room',
      { 'lib/article/span.ts': '/** One. */\nexport type One = typeof process.env.ONE;' },
    ],
    [
      'a handler of its own',
      { 'app/api/v1/a/route.ts': 'export const GET = () => new Response();' },
    ],
    ['a handler as a function', { 'app/api/v1/a/route.ts': 'export async function GET() {}' }],
    [
      'a handler exported later',
      { 'app/api/v1/a/route.ts': 'const a = () => 1;\nexport { a as GET };' },
    ],
  ];
  test.each(cases)('%s', (_, texts) => expect(formFaults(house(texts))).toHaveLength(1));

  test('and none in what is right', () => {
    const right = house({
      'lib/article/span.ts': '/** One. */\nexport type One = 1;',
      'app/api/v1/a/route.ts':
        'export const dynamic = "a";\nconst a = respond({}, x);\nexport { a as GET };\nexport const PUT = respond({}, x);',
    });
    expect(formFaults(right)).toEqual([]);
  });
});

test.each([
  'lib/utils/span.ts',
  'lib/article/index.ts',
  'components/Span.tsx',
  'lib/article/span_two.ts',
])('the name of %s is a fault', (path) => expect(nameFaults(path)).toHaveLength(1));

test.each([
  'app/api/v1/layers/[layerId]/annotations:batch/route.ts',
  'app/api/[...path]/route.ts',
  'components/a/span.module.css',
  'app/_gate/viewer.ts',
])('the name of %s is right', (path) => expect(nameFaults(path)).toEqual([]));

test('a long file, a switched-off rule and a skipped test are faults', () => {
  expect(textFaults('lib/article/span.ts', '\n'.repeat(301))).toHaveLength(1);
  expect(textFaults('tests/span.test.ts', '\n'.repeat(400))).toEqual([]);
  for (const text of [
    `// ${'oxlint'}-disable`,
    `// @${'ts'}-ignore`,
    `// ${'TO'}DO`,
    `test.${'skip'}()`,
  ])
    expect(textFaults('lib/article/span.ts', text)).toHaveLength(1);
});

test('a word of the old private language is a fault in names alone', () => {
  expect(wordFaults('lib/article/deed.ts', '')).toHaveLength(1);
  const text = "/** A deed. */\nexport const deedCount = 'deed';\nconst { told } = { told: 1 };";
  expect(wordFaults('lib/article/span.ts', text)).toHaveLength(2);
  expect(wordFaults('lib/article/span.ts', 'await Promise.allSettled([]);')).toEqual([]);
});

test('an export that no other file takes is a fault', () => {
  const one = { path: 'lib/article/one.ts', text: 'export const a = 1;\nexport type B = string;' };
  const taker = {
    path: 'tests/lib/article/one.test.ts',
    text: 'import { a } from "@/lib/article/one";',
  };
  expect(exportFaults([one, taker])).toEqual(['lib/article/one.ts: nobody needs its export B']);
  const all = { path: 'lib/article/two.ts', text: 'import * as one from "./one";' };
  expect(exportFaults([one, all])).toEqual([]);
  expect(exportFaults([{ path: 'app/page.tsx', text: 'export const metadata = {};' }])).toEqual([]);
});

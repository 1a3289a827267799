import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const model = readFileSync('prisma/schema.prisma', 'utf8');

function differenceFrom(input: string): string | null {
  const program = ['server/set-up/typescript.mjs', 'tests/harness/print-model-difference.ts'];
  const { stdout, stderr } = spawnSync(process.execPath, program, { input, encoding: 'utf8' });
  return stdout === '' ? stderr : (JSON.parse(stdout) as string | null);
}

test('the migrations make what the data model says', () => {
  expect(differenceFrom(model)).toBeNull();
});

test('a data model that differs is reported', () => {
  const extra = `${model}\nmodel Extra {\n  id Int @id\n}\n`;
  expect(differenceFrom(extra)).toContain('CREATE TABLE "Extra"');
});

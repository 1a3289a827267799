import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { exportedProject } from '@/lib/interchange/exported-project';

test('the shape has a description, in which positions name their unit', () => {
  const described = JSON.stringify(z.toJSONSchema(exportedProject));
  expect(described).toContain('"offsetUnit":{"type":"string","const":"code-point"}');
});

test('nothing of another format passes for it', () => {
  const empty = {
    format: 'parallax',
    version: 1,
    offsetUnit: 'code-point',
    articles: [],
    codebooks: [],
    project: { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'P' },
  };
  expect(exportedProject.safeParse(empty).success).toBe(true);
  for (const other of [{ version: 2 }, { offsetUnit: 'utf-16' }, { format: 'brat' }])
    expect(exportedProject.safeParse({ ...empty, ...other }).success).toBe(false);
});

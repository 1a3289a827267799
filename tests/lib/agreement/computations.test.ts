import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compute } from '@/lib/compute/compute';
import { panelComputation } from '@/lib/agreement/computations';
import { computations } from '@/server/compute/computations';

test('without a server a panel is computed in the calling process', async () => {
  const input = { articles: [], choice: {}, label: null };
  expect(await compute(panelComputation, input)).toBeNull();
});

test('every computation of the rooms is registered with the workers, once', () => {
  const declared = ['lib', 'components']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(
        /(?:^export const \w+: Computation<[\s\S]*?|^  \w+: \{\n    \.\.\.bounds,)\n\s+name: '([^']+)'/gm,
      ),
    ])
    .map(([, name]) => name ?? '');
  expect(declared).toContain(panelComputation.name);
  expect(computations.map(({ name }) => name).sort()).toEqual([...declared].sort());
});

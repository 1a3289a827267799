import { expect, test } from '@jest/globals';
import { emptyProject, projectFaults } from '@/components/project/project-values';

test('only the name is required; faults are listed by field', () => {
  expect(projectFaults({ ...emptyProject, name: 'Quay' })).toEqual({});
  expect(projectFaults(emptyProject)).toEqual({ name: 'It is empty.' });
  const long = { ...emptyProject, name: 'Quay', description: 'x'.repeat(10_001) };
  expect(projectFaults(long)).toEqual({ description: 'It is longer than 10000 characters.' });
});

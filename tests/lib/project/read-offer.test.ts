import { expect, test } from '@jest/globals';
import { invite } from '@/lib/project/invite';
import { readOffer } from '@/lib/project/read-offer';
import { aProject } from '@/tests/builders/a-project';

test('tells whoever holds the link what it offers, and a guesser nothing', async () => {
  const { projectId, owner } = await aProject({ name: 'Quay' });
  const input = { role: 'analyst', email: 'ada@example.org' } as const;
  const { token, expiresAt } = await invite(owner, projectId, input, 'http://localhost');
  expect(await readOffer(token)).toEqual({
    project: 'Quay',
    role: 'analyst',
    invitedBy: owner.name,
    email: 'ada@example.org',
    expiresAt,
  });
  expect(await readOffer(`${token}x`)).toBeNull();
});

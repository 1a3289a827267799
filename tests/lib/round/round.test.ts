import { roles } from '@/lib/access/permission';
import { describe, expect, test } from '@jest/globals';
import { readRound } from '@/lib/round/read-round';
import type { StoredRound } from '@/lib/round/round';
import { roundChange, roundFor, roundView, roundReport } from '@/lib/round/round';
import { aDiscussion } from '@/tests/builders/a-discussion';

describe('round', () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  const stored: StoredRound = {
    id,
    number: 2,
    openedAt: '2026-11-26T00:00:00.000Z',
    openedBy: { id, name: 'Ada' },
    closedAt: null,
    closedBy: null,
    layers: 5,
    articles: 2,
    reopened: 1,
    mine: { layers: 1, reopened: 1 },
  };

  test('how many have submitted is shown only to those who see every layer', () => {
    for (const role of roles) {
      const { layers, articles, reopened, mine } = roundFor(role, stored);
      const sees = role === 'owner' || role === 'manager';
      expect([layers, articles, reopened]).toEqual(sees ? [5, 2, 1] : [null, null, null]);
      expect(mine).toEqual(stored.mine);
    }
  });

  test('it is open until it has an end, and fits the API’s schema', () => {
    expect(roundFor('owner', stored).state).toBe('open');
    const closedAt = '2026-11-27T00:00:00.000Z';
    const round = roundFor('viewer', { ...stored, closedAt, closedBy: stored.openedBy });
    expect(round.state).toBe('closed');
    expect(roundView.strict().parse(round)).toEqual(round);
  });

  test('it can be closed, and nothing else', () => {
    expect(roundChange.safeParse({ state: 'closed' }).success).toBe(true);
    for (const other of [{}, { state: 'open' }, { state: 'closed', number: 3 }])
      expect(roundChange.safeParse(other).success).toBe(false);
  });
});

describe('round report', () => {
  test('a measured round fits the API’s schema, for those who see it and for those who do not', async () => {
    const { projectId, owner, cleo } = await aDiscussion();
    for (const viewer of [owner, cleo]) {
      const report = await readRound(viewer, projectId, 1);
      expect(roundReport.strict().parse(report)).toEqual(report);
    }
  });
});

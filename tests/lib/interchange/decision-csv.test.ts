import { expect, test } from '@jest/globals';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import { positionIndex } from '@/lib/article/code-points';
import {
  decisionHead,
  decisionLine,
  headWithDecision,
  rowWithDecision,
} from '@/lib/interchange/decision-csv';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';

const text = '😀 A claim, they say.';

const stored: StoredDecision = {
  ...aStoredDecision({
    id: 'd1',
    start: 5,
    end: 10,
    quote: 'claim',
    kind: 'reject',
    rejectedLabels: ['loaded_framing'],
    reason: '=HYPERLINK("x")',
    by: { id: 'u1', name: 'Mia' },
  }),
  projectId: 'p',
  articleId: 'a',
  articleTitle: 'T',
  source: null,
  revisionId: 'r',
  revision: 1,
  layerId: 'l',
  endedAt: '2026-01-02T00:00:00.000Z',
  endedBy: { id: 'u2', name: 'Max, M.' },
  replacedById: 'd2',
};

const cells = {
  nameOf: (_: string, name: string) => name,
  sources: [{ annotator: 'Ada', annotationId: 'm1', version: 2 }],
};
const article = { project: 'P', articleId: 'a', title: 'T', source: '+Outlet' };

test('a row of annotations gets its decision, or empty cells', () => {
  expect(headWithDecision('id,label\r\n', 'bare')).toBe(
    'id,label,decision_id,decision,rule,decided_by,decided_at,reason,sources\r\n',
  );
  expect(rowWithDecision('1,x\r\n', null, cells, 'bare')).toBe('1,x,,,,,,,\r\n');
  expect(rowWithDecision('1,x\r\n', stored, cells, 'excel')).toBe(
    '1,x,d1,reject,,Mia,2026-01-01T00:00:00.000Z,"\'=HYPERLINK(""x"")","[[""Ada"",""m1"",2]]"\r\n',
  );
});

test('a decision is a row, in the unit of the file', () => {
  const index = positionIndex(text, 'code-point');
  const choice = { dialect: 'bare', text: true } as const;
  expect(decisionLine(stored, article, cells, index, choice)).toBe(
    'd1,P,a,T,+Outlet,1,4,9,code-point,claim,reject,,[],[],"[""loaded_framing""]",[],,[],' +
      '"[[""Ada"",""m1"",2]]",0,,"=HYPERLINK(""x"")",Mia,2026-01-01T00:00:00.000Z,,' +
      '2026-01-02T00:00:00.000Z,"Max, M.",d2\r\n',
  );
  const columns = decisionHead(choice).trimEnd().split(',');
  expect(columns).toHaveLength(28);
  const guarded = decisionLine(stored, article, cells, index, { dialect: 'excel', text: false });
  expect(guarded).toContain(",'+Outlet,");
  expect(guarded).not.toContain(',claim,');
  expect(decisionHead({ dialect: 'excel', text: false })).toMatch(/^\ufeffdecision_id,project/);
  expect(decisionHead({ dialect: 'bare', text: false })).not.toContain('quote');
});

import { beforeEach, expect, test } from '@jest/globals';
import { flushFaults } from '@/lib/access/log';
import { logRefusal } from '@/lib/access/log-refusal';
import { inRequest, noteViewer } from '@/lib/access/request-context';
import { conflict, forbidden, invalid } from '@/lib/refusal';
import { logLines } from '@/tests/harness/expected-errors';

let before = 0;
beforeEach(() => {
  flushFaults();
  before = logLines().length;
});

const lines = () => logLines().slice(before);

const by = (userId: string | null, address: string, work: () => void) =>
  inRequest({ requestId: 'r', address }, () => {
    if (userId !== null) noteViewer(userId);
    work();
  });

test('one line a minute for a reason and a person, or a network; nothing of what was sent', () => {
  for (let at = 0; at < 50; at++)
    by('ada', '198.51.100.7', () => logRefusal(forbidden('As analyst you may not.'), 'Archive'));
  by('ben', '198.51.100.7', () => logRefusal(forbidden('As analyst you may not.'), 'Archive'));
  by('ada', '198.51.100.7', () => logRefusal(invalid('label', 'There is no “x”.'), 'Annotate'));
  for (const address of ['203.0.113.1', '203.0.113.9'])
    by(null, address, () => logRefusal({ reason: 'unknown' }, 'Who asks'));
  const network = '198.51.100.0/24';
  expect(lines()).toEqual(
    [
      { reason: 'forbidden', operation: 'Archive', network },
      { reason: 'forbidden', operation: 'Archive', network },
      { reason: 'invalid', operation: 'Annotate', network },
      { reason: 'unknown', operation: 'Who asks', network: '203.0.113.0/24' },
    ].map((fields) => ({ level: 'info', message: 'A request was refused.', fields })),
  );
  expect(JSON.stringify(lines())).not.toContain('“x”');
});

test('what lies in the state of things is no attempt', () => {
  by('ada', '198.51.100.7', () => logRefusal(conflict('It has changed.'), 'Annotate'));
  expect(lines()).toEqual([]);
});

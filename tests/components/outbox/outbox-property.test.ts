import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { db } from '@/lib/db';
import type { Fate } from '@/tests/builders/a-line';
import type { Tab } from '@/tests/builders/an-outbox';
import { aSeat, aTab, closeAll, mortalTables, saved } from '@/tests/builders/an-outbox';

afterEach(closeAll);

type Act =
  | { kind: 'add' | 'undo' | 'redo' | 'reload' | 'crash' | 'breathe' }
  | { kind: 'remove' | 'note' | 'type' | 'label' | 'resize'; which: number }
  | { kind: 'line'; fates: Fate[] };

const fate = fc.oneof(
  fc.constantFrom<Fate>('pass', 'break', 'break-after'),
  fc.constantFrom<Fate>({ status: 503 }, { status: 429, retryAfter: 0 }, { status: 401 }),
);
const which = fc.nat(1);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'remove' as const,
        'note' as const,
        'type' as const,
        'label' as const,
        'resize' as const,
      ),
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'undo' as const,
        'redo' as const,
        'reload' as const,
        'crash' as const,
        'breathe' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      fates: fc.array(fate, { minLength: 1, maxLength: 4 }),
    }),
  },
);

const contentOf = ({ label, segments, attributes, note, confidence }: AnnotationContent) => ({
  label,
  segments,
  attributes,
  note,
  confidence,
});
const byId = (annotations: readonly (AnnotationContent & { id: string })[]) =>
  Object.fromEntries(annotations.map((annotation) => [annotation.id, contentOf(annotation)]));

const first: AnnotationContent = {
  label: 'loaded_framing',
  segments: [{ start: 0, end: 3 }],
  attributes: {},
  note: '',
  confidence: null,
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function change(
  tab: Tab,
  { kind, which: place }: Extract<Act, { which: number }>,
  count: number,
) {
  const { annotations } = tab.shown();
  const chosen = annotations[place % Math.max(1, annotations.length)];
  if (chosen === undefined) return;
  if (kind === 'remove') tab.remove(chosen.id);
  else if (kind === 'note') tab.change(chosen.id, { note: `note ${count}` });
  else if (kind === 'type') {
    // The first letters are on their way when the next ones are typed.
    tab.change(chosen.id, { note: `${count}` });
    void tab.outbox.sender.attempt(true);
    await pause(3);
    tab.change(chosen.id, { note: `${count} words` });
  } else if (kind === 'resize')
    tab.change(chosen.id, { segments: [{ start: 0, end: 4 + (count % 9) }] });
  else
    tab.change(chosen.id, {
      label: chosen.label === 'direct_quote' ? 'loaded_framing' : 'direct_quote',
    });
}

test('whatever breaks between the changes, the server ends with what was shown, each change made once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 25 }), async (acts) => {
      const seat = await aSeat('The regime’s failed gamble 😀 cost jobs.');
      let fates: Fate[] = ['pass'];
      let asked = 0;
      // Only what is sent: an identity that cannot be asked for would merely delay.
      seat.line.fate = (method) =>
        method === 'GET' ? 'pass' : (fates[asked++ % fates.length] ?? 'pass');
      let end = new AbortController();
      const open = async () => {
        end = new AbortController();
        return aTab(seat, { openTables: mortalTables(end.signal) });
      };
      let tab = await open();
      for (const [count, done] of acts.entries()) {
        if (done.kind === 'add') tab.add(first);
        else if (done.kind === 'undo') tab.undo();
        else if (done.kind === 'redo') tab.redo();
        else if ('which' in done) await change(tab, done, count);
        else if (done.kind === 'line') fates = done.fates;
        else if (done.kind === 'breathe') await pause(25);
        else {
          // Before a crash, the last changes are not on disk yet.
          if (done.kind === 'crash') {
            end.abort();
            tab.add(first);
            if (count % 2 === 0) tab.undo();
          }
          const painted = byId(tab.shown().annotations);
          expect(tab.outbox.isAtRisk).toBe(false);
          tab.close();
          tab = await open();
          expect(byId(tab.shown().annotations)).toEqual(painted);
        }
      }
      const painted = byId(tab.shown().annotations);
      fates = ['pass'];
      await tab.outbox.sender.attempt(true);
      await saved(tab);
      const { annotations } = await readArticleWorkspace(seat.analyst, seat.articleId);
      expect(tab.shown().refused).toEqual([]);
      expect(byId(annotations)).toEqual(painted);
      expect(byId(tab.shown().annotations)).toEqual(painted);
      const events = await db().annotationEvent.findMany({
        where: { byId: seat.analyst.userId },
        select: { annotationId: true, version: true, idempotencyKey: true },
      });
      const distinct = new Set(events.map(({ idempotencyKey }) => idempotencyKey));
      expect(distinct.size).toBe(events.length);
      for (const { id, version } of annotations)
        expect(events.filter(({ annotationId }) => annotationId === id)).toHaveLength(version);
      await closeAll();
    }),
    { numRuns: 25 },
  );
}, 120_000);

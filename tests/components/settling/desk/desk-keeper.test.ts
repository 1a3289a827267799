import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { noChoice } from '@/components/settling/desk/choice';
import type { SettlingDeed } from '@/components/settling/desk/deed';
import { DeskKeeper } from '@/components/settling/desk/desk-keeper';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { aDeskDecision, aDeskUnit, aSettlingDesk } from '@/tests/builders/a-settling-desk';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const unit = aDeskUnit([
  ['a', 'x 0-10'],
  ['b', 'x 0-12'],
]);
const desk = aSettlingDesk([unit]);
const deed: SettlingDeed = {
  do: 'decide',
  decisionId: 'D',
  placeId: unit.id,
  sent: { articleId: 'article' },
  choice: noChoice,
  decision: aDeskDecision('D', ['x 0-10']),
};

const stateOf = ({ units }: SettlingDesk) => units[0]?.state;

/** Something that is waited for, settled by hand. */
type Waiting<Answer> = { resolve: (answer: Answer) => void; reject: (thrown: Error) => void };

function waitIn<Answer>(waiting: Waiting<Answer>[]): Promise<Answer> {
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
}

/** A keeper of a server whose sending and reading one finishes by hand. */
function aKeeper() {
  const sends: Waiting<undefined>[] = [];
  const reads: Waiting<SettlingDesk>[] = [];
  const unread: unknown[] = [];
  const keeper = new DeskKeeper(desk, {
    send: () => waitIn(sends),
    read: () => waitIn(reads),
    problemOf: () => ({ status: 409 }),
    unread: (thrown) => unread.push(thrown),
    rest: 10,
  });
  return { keeper, sends, reads, unread };
}

const tick = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);

test('shows what was done at once, and never otherwise until it is read again', async () => {
  const { keeper, sends, reads } = aKeeper();
  const shown: unknown[] = [];
  keeper.subscribe(() => shown.push(stateOf(keeper.desk())));
  keeper.do(deed);
  expect([stateOf(keeper.desk()), keeper.save(), keeper.waiting()]).toEqual([
    'person',
    'saving',
    1,
  ]);
  sends[0]?.resolve(undefined);
  await tick();
  expect([keeper.save(), keeper.waiting()]).toEqual(['saved', 0]);
  await tick(700);
  reads[0]?.resolve(aSettlingDesk([{ ...unit, state: 'person' }]));
  await tick();
  expect(new Set(shown)).toEqual(new Set(['person']));
});

test('does not believe what was read before something was done', async () => {
  const { keeper, sends, reads } = aKeeper();
  void keeper.reread();
  keeper.do(deed);
  sends[0]?.resolve(undefined);
  await tick();
  reads[0]?.resolve(desk);
  await tick();
  expect(stateOf(keeper.desk())).toBe('person');
  expect(reads).toHaveLength(2);
});

test('tells what is refused, takes it back and reads again', async () => {
  const { keeper, sends, reads } = aKeeper();
  const refused: unknown[] = [];
  keeper.hearRefused((one, thrown) => refused.push([one, thrown]));
  keeper.do(deed);
  sends[0]?.reject(new Error('no'));
  await tick();
  expect(refused).toEqual([[deed, new Error('no')]]);
  expect(stateOf(keeper.desk())).toBe('open');
  expect(reads).toHaveLength(1);
});

test('news that come together are read once; what cannot be read is told', async () => {
  const { keeper, reads, unread } = aKeeper();
  keeper.soon();
  await tick(300);
  keeper.soon();
  await tick(699);
  expect(reads).toHaveLength(0);
  await tick(1);
  expect(reads).toHaveLength(1);
  reads[0]?.reject(new Error('away'));
  await tick();
  void keeper.reread();
  reads[1]?.resolve(desk);
  await tick();
  expect(unread).toEqual([new Error('away'), null]);
});

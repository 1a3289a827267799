import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { noChoice } from '@/components/settling/desk/choice';
import type { SettlingDeed } from '@/components/settling/desk/deed';
import { DeskKeeper } from '@/components/settling/desk/desk-keeper';
import { Journal } from '@/components/ui/journal';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { MemoryStorage } from '@/tests/harness/memory-storage';
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
function aKeeper(journal: Journal<SettlingDeed> | null = null) {
  const sends: Waiting<undefined>[] = [];
  const reads: Waiting<SettlingDesk>[] = [];
  const unread: unknown[] = [];
  const keeper = new DeskKeeper(desk, {
    send: () => waitIn(sends),
    read: () => waitIn(reads),
    problemOf: () => ({ status: 409 }),
    unread: (thrown) => unread.push(thrown),
    rest: 10,
    journal,
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

test('takes over what a page did and had not sent when it ended', async () => {
  const storage = new MemoryStorage();
  const journal = () => new Journal<SettlingDeed>(storage, 'ada', null);
  const ended = aKeeper(journal());
  ended.keeper.do(deed);
  ended.keeper.do({ do: 'withdraw', decisionId: 'E', placeId: null });
  expect(ended.keeper.isAtRisk()).toBe(false);

  const { keeper, sends } = aKeeper(journal());
  keeper.takeOver();
  expect([stateOf(keeper.desk()), keeper.waiting()]).toEqual(['person', 2]);
  sends[0]?.resolve(undefined);
  await tick();
  const refused: unknown[] = [];
  keeper.hearRefused((each) => refused.push(each.decisionId));
  sends[1]?.reject(new Error('It has changed.'));
  await tick();
  expect([refused, keeper.waiting()]).toEqual([['E'], 0]);
  expect(journal().left()).toEqual([]);
});

test('says that a deed is at risk which the browser does not keep', () => {
  const { keeper } = aKeeper();
  expect(keeper.isAtRisk()).toBe(false);
  keeper.do(deed);
  expect(keeper.isAtRisk()).toBe(true);
});

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { noChoice } from '@/components/adjudication/workspace/choice';
import type { AdjudicationAction } from '@/components/adjudication/workspace/adjudication-action';
import { WorkspacePersister } from '@/components/adjudication/workspace/workspace-persister';
import { Journal } from '@/components/outbox/journal';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { MemoryStorage } from '@/tests/harness/memory-storage';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const unit = aWorkspaceUnit([
  ['a', 'x 0-10'],
  ['b', 'x 0-12'],
]);
const workspace = anAdjudicationWorkspace([unit]);
const action: AdjudicationAction = {
  do: 'decide',
  decisionId: 'D',
  passageId: unit.id,
  sent: { articleId: 'article' },
  choice: noChoice,
  decision: aWorkspaceDecision('D', ['x 0-10']),
};

const stateOf = ({ units }: AdjudicationWorkspace) => units[0]?.state;

/** A promise that is resolved or rejected by hand. */
type Waiting<Answer> = { resolve: (answer: Answer) => void; reject: (thrown: Error) => void };

function waitIn<Answer>(waiting: Waiting<Answer>[]): Promise<Answer> {
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
}

/** A persister whose sending and loading are completed by hand. */
function aPersister(journal: Journal<AdjudicationAction> | null = null) {
  const sends: Waiting<undefined>[] = [];
  const reads: Waiting<AdjudicationWorkspace>[] = [];
  const onReadError: unknown[] = [];
  const persister = new WorkspacePersister(workspace, {
    send: () => waitIn(sends),
    read: () => waitIn(reads),
    problemOf: () => ({ status: 409 }),
    onReadError: (thrown) => onReadError.push(thrown),
    retryDelay: 10,
    journal,
  });
  return { persister, sends, reads, onReadError };
}

const tick = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);

test('shows what was done at once, and never otherwise until it is read again', async () => {
  const { persister, sends, reads } = aPersister();
  const shown: unknown[] = [];
  persister.subscribe(() => shown.push(stateOf(persister.workspace())));
  persister.do(action);
  expect([stateOf(persister.workspace()), persister.save(), persister.waiting()]).toEqual([
    'person',
    'saving',
    1,
  ]);
  sends[0]?.resolve(undefined);
  await tick();
  expect([persister.save(), persister.waiting()]).toEqual(['saved', 0]);
  await tick(700);
  reads[0]?.resolve(anAdjudicationWorkspace([{ ...unit, state: 'person' }]));
  await tick();
  expect(new Set(shown)).toEqual(new Set(['person']));
});

test('does not believe what was read before something was done', async () => {
  const { persister, sends, reads } = aPersister();
  void persister.reread();
  persister.do(action);
  sends[0]?.resolve(undefined);
  await tick();
  reads[0]?.resolve(workspace);
  await tick();
  expect(stateOf(persister.workspace())).toBe('person');
  expect(reads).toHaveLength(2);
});

test('reports what is refused, reverts it and reloads', async () => {
  const { persister, sends, reads } = aPersister();
  const refused: unknown[] = [];
  persister.onRefused((one, thrown) => refused.push([one, thrown]));
  persister.do(action);
  sends[0]?.reject(new Error('no'));
  await tick();
  expect(refused).toEqual([[action, new Error('no')]]);
  expect(stateOf(persister.workspace())).toBe('open');
  expect(reads).toHaveLength(1);
});

test('several messages cause one reload; a failed one is reported', async () => {
  const { persister, reads, onReadError } = aPersister();
  persister.soon();
  await tick(300);
  persister.soon();
  await tick(699);
  expect(reads).toHaveLength(0);
  await tick(1);
  expect(reads).toHaveLength(1);
  reads[0]?.reject(new Error('away'));
  await tick();
  void persister.reread();
  reads[1]?.resolve(workspace);
  await tick();
  expect(onReadError).toEqual([new Error('away'), null]);
});

test('takes over what a page did and had not sent when it ended', async () => {
  const storage = new MemoryStorage();
  const journal = () => new Journal<AdjudicationAction>(storage, 'ada', null);
  const ended = aPersister(journal());
  ended.persister.do(action);
  ended.persister.do({ do: 'withdraw', decisionId: 'E', passageId: null });
  expect(ended.persister.isAtRisk()).toBe(false);

  const { persister, sends } = aPersister(journal());
  persister.takeOver();
  expect([stateOf(persister.workspace()), persister.waiting()]).toEqual(['person', 2]);
  sends[0]?.resolve(undefined);
  await tick();
  const refused: unknown[] = [];
  persister.onRefused((each) => refused.push(each.decisionId));
  sends[1]?.reject(new Error('It has changed.'));
  await tick();
  expect([refused, persister.waiting()]).toEqual([['E'], 0]);
  expect(journal().left()).toEqual([]);
});

test('an action that the browser does not store is at risk', () => {
  const { persister } = aPersister();
  expect(persister.isAtRisk()).toBe(false);
  persister.do(action);
  expect(persister.isAtRisk()).toBe(true);
});

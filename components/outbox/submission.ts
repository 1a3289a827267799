import type { Outcome } from './requests';
import { requestAs, isSignedIn } from './requests';
import type { LayerState, LayerView } from '@/lib/annotation/layer';
import type { Work } from './work';
import type { Outbox } from './outbox';
import type { LayerReplica } from './layer-replica';

/**
 * Number of attempts to empty the queue before it counts as stuck: changes may be added meanwhile.
 */
const maxAttempts = 5;

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

function reasonOf(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): Error {
  if (outcome.kind === 'refused') return new Error(outcome.why);
  if (outcome.kind === 'signed-out')
    return new Error('You are signed out. Nothing was changed; please sign in again first.');
  return new Error('The server cannot be reached. Nothing was changed; please try again later.');
}

/** Sends what waits on the article; returns the number of changes that are left. */
async function flush(outbox: Outbox, replica: LayerReplica): Promise<number> {
  for (let round = 0; round < maxAttempts; round++) {
    // Transactions run in turn: everything stored before is in the tables after this one.
    await outbox.persister.save(async () => undefined);
    if (replica.rows().length === 0) return 0;
    await outbox.sender.attempt(true);
    if (outbox.save().kind !== 'saving') break;
  }
  return replica.rows().length;
}

/** Submits and reopens the user's layer; rejects with an Error with a message for the user. */
export function submissionOf(
  outbox: Outbox,
  replica: LayerReplica,
): Pick<Work, 'submit' | 'reopen'> {
  const { articleId } = replica;

  async function become(state: LayerState): Promise<void> {
    const { call } = outbox.options;
    // A manager who signed in here meanwhile may reopen the layer of this page's user.
    const isTheirs = await isSignedIn(call, outbox.userId);
    if (isTheirs === null) throw reasonOf({ kind: 'away', retryAfter: 0 });
    if (!isTheirs) throw reasonOf({ kind: 'signed-out' });
    const layer = await outbox.sender.requireLayer(articleId);
    if (layer.kind !== 'done') throw reasonOf(layer);
    const path = `/api/v1/layers/${layer.answer}`;
    const changed = await requestAs<LayerView>(call, outbox.userId, ['PATCH', path, { state }]);
    if (changed.kind !== 'done') throw reasonOf(changed);
    await outbox.saveLayer(articleId, layer.answer, changed.answer.state);
  }

  return {
    async submit() {
      const left = await flush(outbox, replica);
      if (left > 0) {
        const isOut = outbox.save().kind === 'signed-out';
        const then = isOut ? 'sign in again first' : 'submit when all changes are saved';
        throw new Error(`${changes(left)} waiting. Nothing was submitted; please ${then}.`);
      }
      if (replica.refused.length > 0)
        throw new Error(
          'Some changes were refused and are not saved. Nothing was submitted; please retry or dismiss them first.',
        );
      await become('submitted');
    },
    reopen: () => become('open'),
  };
}

import { lineFaults } from './line-door';
import { textChannels } from './shared-texts';
import type { Configuration } from '@hocuspocus/server';
import type { Visitor } from '@/lib/access/visitor';
import { visitorOfToken } from '@/lib/access/visitor';
import { credentialKey, stillKnown } from '@/lib/access/credential';
import type { LiveChannel } from '@/lib/live/live-channel';
import { isTextChannel, channelOf } from '@/lib/live/live-channel';
import { reaches } from '@/lib/access/viewer';
import { admitToChannels } from '@/lib/annotation/admit-to-channels';
import { Refusal } from '@/lib/refusal';
import type { SubscriptionList, Subscription } from './subscription-list';
import type { Line } from './line';

type Admitted = { visitor: Visitor; channel: LiveChannel; projectId: string; fingerprint: string };

/** What Hocuspocus carries along for a line in a room. */
type Context = { line: Line; admitted?: Admitted };

/** Refuses in words that the page is told; Hocuspocus logs errors that have a message. */
class Denied extends Error {
  constructor(readonly reason: string) {
    super('');
  }
}

async function admit(line: Line, token: string, channel: LiveChannel | null): Promise<Admitted> {
  const visitor = token.startsWith('plx_') ? await visitorOfToken(token) : line.visitor;
  if (visitor === null) throw new Denied('unknown');
  // The line may have been opened long ago.
  const known = await stillKnown([visitor.credential]);
  if (!known.has(credentialKey(visitor.credential))) {
    if (visitor === line.visitor) line.end(lineFaults.ended);
    throw new Denied('unknown');
  }
  if (!line.identify(visitor.viewer.userId)) throw new Denied('too-many');
  if (channel === null || !reaches(visitor.viewer, 'read')) throw new Denied('absent');
  if (isTextChannel(channel)) {
    const projectId = await textChannels.enter(visitor.viewer, channel).catch((thrown: unknown) => {
      throw thrown instanceof Refusal ? new Denied(thrown.reason) : thrown;
    });
    return { visitor, channel, projectId, fingerprint: '' };
  }
  const [admission] = await admitToChannels([{ userId: visitor.viewer.userId, channel }]);
  // A room that one may not be in sounds like one that is not there.
  if (admission?.admitted !== true) throw new Denied('absent');
  return { visitor, channel, projectId: admission.projectId, fingerprint: admission.fingerprint };
}

/** How Hocuspocus asks who may enter a room, and tells who came and left. */
export function channelHooks(
  subscriptions: SubscriptionList,
  {
    onCome,
    onLeave,
  }: {
    onCome: (subscription: Subscription) => void;
    onLeave: (subscription: Subscription) => void;
  },
): Partial<Configuration> {
  return {
    async onAuthenticate({ context, token, documentName, connectionConfig }) {
      const { line } = context as Context;
      const channel = channelOf(documentName);
      const admitted = await admit(line, token, channel).catch((thrown: unknown) => {
        // Pages take “denied” for an answer; while the database is away there is none.
        if (!(thrown instanceof Denied)) line.end(lineFaults.unsure);
        throw thrown;
      });
      if (line.readyState !== 1) throw new Denied('gone');
      connectionConfig.readOnly =
        !isTextChannel(admitted.channel) || !reaches(admitted.visitor.viewer, 'write');
      line.guard.enter(documentName, admitted.channel, admitted.visitor);
      return { admitted };
    },
    async connected({ context, connection }) {
      const { line, admitted } = context as Context;
      if (admitted === undefined) return;
      const subscription: Subscription = { line, connection, ...admitted };
      // It may have left again while the room was made ready.
      if (!connection.document.hasConnection(subscription.connection)) return;
      subscriptions.add(subscription);
      onCome(subscription);
    },
    async onDisconnect({ context, documentName }) {
      const { line } = context as Context;
      line.guard.leave(documentName);
      const subscription = subscriptions.remove(line, documentName);
      if (subscription !== null) onLeave(subscription);
    },
  };
}

import type { Configuration } from '@hocuspocus/server';
import { credentialKey, stillKnown } from '@/lib/access/credential';
import { reaches } from '@/lib/access/viewer';
import type { Visitor } from '@/lib/access/visitor';
import { visitorOfToken } from '@/lib/access/visitor';
import { admitToChannels } from '@/lib/annotation/admit-to-channels';
import type { LiveChannel } from '@/lib/live/live-channel';
import { channelOf, isTextChannel } from '@/lib/live/live-channel';
import { Refusal } from '@/lib/refusal';
import type { Line } from './line';
import { lineFaults } from './line-door';
import { textChannels } from './shared-texts';
import type { Subscription, SubscriptionList } from './subscription-list';

type Admitted = { visitor: Visitor; channel: LiveChannel; projectId: string; fingerprint: string };

/** The context that Hocuspocus holds for a connection in a channel. */
type Context = { line: Line; admitted?: Admitted };

/** Refuses with a reason for the page; without a message, since Hocuspocus logs errors that have one. */
class Denied extends Error {
  constructor(readonly reason: string) {
    super('');
  }
}

async function admit(line: Line, token: string, channel: LiveChannel | null): Promise<Admitted> {
  const visitor = token.startsWith('plx_') ? await visitorOfToken(token) : line.visitor;
  if (visitor === null) throw new Denied('unknown');
  // The connection may have been opened long ago.
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
  // A channel without permission is answered like one that does not exist.
  if (admission?.admitted !== true) throw new Denied('absent');
  return { visitor, channel, projectId: admission.projectId, fingerprint: admission.fingerprint };
}

/**
 * The hooks of Hocuspocus: they authenticate connections for a channel and maintain `subscriptions`;
 * `onCome` and `onLeave` are called for each subscription.
 */
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
        // Pages treat “denied” as final; an outage of the database is not.
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
      // It may have left while the document was loaded.
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

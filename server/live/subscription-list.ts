import type { ArticleChannel } from '@/lib/annotation/change-announcements';
import type { Connection } from '@hocuspocus/server';
import { credentialKey, stillKnown } from '@/lib/access/credential';
import type { Visitor } from '@/lib/access/visitor';
import { admitToChannels } from '@/lib/annotation/admit-to-channels';
import type { LiveChannel, TextChannel, Concerned } from '@/lib/live/live-channel';
import { isTextChannel } from '@/lib/live/live-channel';
import { Refusal } from '@/lib/refusal';
import type { Line } from './line';
import { lineFaults } from './line-door';
import { textChannels } from './shared-texts';

/** A person in a channel, by one connection. */
export type Subscription = {
  line: Line;
  connection: Connection;
  visitor: Visitor;
  channel: LiveChannel;
  projectId: string;
  /** Their permissions on the article at the last review; empty in channels with a text. */
  fingerprint: string;
};

const isArticleSubscription = (
  subscription: Subscription,
): subscription is Subscription & { channel: ArticleChannel } =>
  !isTextChannel(subscription.channel);
const isTextSubscription = (
  subscription: Subscription,
): subscription is Subscription & { channel: TextChannel } => isTextChannel(subscription.channel);

function isConcerned(
  subscription: Subscription,
  { userId, projectId, articleId }: Concerned,
): boolean {
  return (
    (userId === undefined || subscription.visitor.viewer.userId === userId) &&
    (projectId === undefined || subscription.projectId === projectId) &&
    (articleId === undefined ||
      ('articleId' in subscription.channel && subscription.channel.articleId === articleId))
  );
}

async function maySubscribe({
  visitor,
  channel,
}: Subscription & { channel: TextChannel }): Promise<boolean> {
  try {
    await textChannels.enter(visitor.viewer, channel);
    return true;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}

/** The subscriptions of this process, and the reviews of their permissions. */
export class SubscriptionList {
  private readonly subscriptions = new Set<Subscription>();

  /** `onRights` is called for every subscription whose permissions on an article have changed. */
  constructor(private readonly onRights: (subscription: Subscription) => void) {}

  add(subscription: Subscription): void {
    this.subscriptions.add(subscription);
    subscription.line.countChannels(1);
  }

  /** Removes a subscription; returns it, null if there is none. */
  remove(line: Line, name: string): Subscription | null {
    for (const subscription of this.subscriptions) {
      if (subscription.line !== line || subscription.connection.document.name !== name) continue;
      this.subscriptions.delete(subscription);
      line.countChannels(-1);
      return subscription;
    }
    return null;
  }

  /** The number of connections with subscriptions, and of subscriptions. */
  get figures(): { lines: number; subscriptions: number } {
    return {
      lines: new Set([...this.subscriptions].map(({ line }) => line)).size,
      subscriptions: this.subscriptions.size,
    };
  }

  /** Checks the permissions of the subscriptions concerned, or of all, and closes those without. */
  async review(concerned: readonly Concerned[] | 'all'): Promise<void> {
    const subscriptions = [...this.subscriptions].filter(
      (subscription) =>
        concerned === 'all' || concerned.some((of) => isConcerned(subscription, of)),
    );
    if (subscriptions.length === 0) return;
    const known = await stillKnown(subscriptions.map(({ visitor }) => visitor.credential));
    const isKnown = ({ visitor }: Subscription) => known.has(credentialKey(visitor.credential));
    for (const { line } of subscriptions.filter((subscription) => !isKnown(subscription)))
      line.end(lineFaults.ended);
    await this.reviewArticles(subscriptions.filter(isKnown).filter(isArticleSubscription));
    for (const subscription of subscriptions.filter(isKnown).filter(isTextSubscription))
      if (!(await maySubscribe(subscription))) subscription.connection.close(lineFaults.forbidden);
  }

  private async reviewArticles(
    subscriptions: (Subscription & { channel: ArticleChannel })[],
  ): Promise<void> {
    const requests = subscriptions.map(({ visitor, channel }) => ({
      userId: visitor.viewer.userId,
      channel,
    }));
    const admissions = await admitToChannels(requests);
    // Close first, so that nobody without access is notified of changed permissions.
    for (const [at, subscription] of subscriptions.entries())
      if (admissions[at]?.admitted !== true) subscription.connection.close(lineFaults.forbidden);
    for (const [at, subscription] of subscriptions.entries()) {
      const { admitted = false, fingerprint = '' } = admissions[at] ?? {};
      if (!admitted || fingerprint === subscription.fingerprint) continue;
      subscription.fingerprint = fingerprint;
      this.onRights(subscription);
    }
  }
}

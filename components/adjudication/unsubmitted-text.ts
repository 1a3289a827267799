import type { UnsubmittedWay } from '@/lib/adjudication/adjudication-settings';

/** What becomes of readings that are not submitted: what each way is called, and what it means. */
export const unsubmittedText: Record<UnsubmittedWay, { name: string; means: string }> = {
  wait: {
    name: 'Wait for them',
    means: 'Nothing of an article is settled until every reading that was begun is submitted.',
  },
  'leave-out': {
    name: 'Leave them out',
    means: 'Articles are settled by the submitted readings alone.',
  },
  include: { name: 'Take them as they are', means: 'They count as if they were submitted.' },
};

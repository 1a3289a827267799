import { cautious, mergeStrategy } from '@/lib/adjudication/merge/merge';
import { z } from 'zod';
import { nameOf } from '@/lib/text-input';

/**
 * What becomes of readings that have begun and are not submitted. wait: nothing of their article is
 * settled until they are. leave-out: it is settled without them. include: as they stand.
 */
export const unsubmittedWays = ['wait', 'leave-out', 'include'] as const;

/** What becomes of readings that are not submitted. */
export type UnsubmittedWay = (typeof unsubmittedWays)[number];

/** A reason that is offered where something is settled. */
const reason = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'It is small letters, digits, - and _.'),
  name: nameOf(200),
});

const fields = {
  reasons: z
    .array(reason)
    .max(50, 'There are at most 50 reasons.')
    .refine(
      (reasons) => new Set(reasons.map(({ key }) => key)).size === reasons.length,
      'Two reasons have the same key.',
    ),
  /** Whether people must say why they decide. */
  reasonRequired: z.boolean(),
  /** Whether the desk and the decisions keep back who made which version. */
  anonymous: z.boolean(),
  unsubmitted: z.enum(unsubmittedWays),
  /** What a merge is proposed to do. */
  strategy: mergeStrategy,
  /** The F1 by characters, 0 to 1, with which a calibration article is passed; null asks for none. */
  passMark: z.number().min(0).max(1).nullable(),
  /** Whether analysts annotate nothing else until they have passed the calibration articles. */
  calibrationGate: z.boolean(),
};

/** How a project settles its articles. */
export const adjudicationSettings = z.strictObject(fields);

/** How a project settles its articles. */
export type AdjudicationSettings = z.infer<typeof adjudicationSettings>;

/** What of the rules is to change; what is not named stays. */
export const adjudicationSettingsChange = z.strictObject(fields).partial();

/** What of the rules is to change. */
export type AdjudicationSettingsChange = z.infer<typeof adjudicationSettingsChange>;

/** How a project settles as long as nobody says otherwise. */
export const defaultAdjudicationSettings: AdjudicationSettings = {
  reasons: [
    { key: 'fits', name: 'Fits the definition' },
    { key: 'does-not-fit', name: 'Does not fit the definition' },
    { key: 'another-label', name: 'Another label fits better' },
    { key: 'too-wide', name: 'Covers more than is meant' },
    { key: 'too-narrow', name: 'Covers less than is meant' },
    { key: 'anothers-words', name: 'A quoted voice, not the outlet’s own' },
    { key: 'plain-fact', name: 'States a fact plainly' },
    { key: 'overlooked', name: 'Overlooked by most' },
  ],
  reasonRequired: true,
  anonymous: false,
  unsubmitted: 'wait',
  strategy: cautious,
  passMark: null,
  calibrationGate: false,
};

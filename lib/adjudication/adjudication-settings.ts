import { z } from 'zod';
import { cautious, mergeStrategy } from '@/lib/adjudication/merge/merge';
import { nameOf } from '@/lib/text-input';

/**
 * How layers that have begun and are not submitted are treated. wait: nothing in their article is
 * decided until they are submitted. leave-out: it is adjudicated without them. include: with them
 * as they are.
 */
export const unsubmittedWays = ['wait', 'leave-out', 'include'] as const;

/** How unsubmitted layers are treated. */
export type UnsubmittedWay = (typeof unsubmittedWays)[number];

/** A reason that is offered for decisions. */
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
  /** Whether every decision needs a reason. */
  reasonRequired: z.boolean(),
  /** Whether the workspace and the decisions hide who made which version. */
  anonymous: z.boolean(),
  unsubmitted: z.enum(unsubmittedWays),
  /** The proposed merge strategy. */
  strategy: mergeStrategy,
  /**
   * The F1 by characters, 0 to 1, that passes a calibration article; null: every submission passes.
   */
  passMark: z.number().min(0).max(1).nullable(),
  /** Whether analysts annotate nothing else until they have passed the calibration articles. */
  calibrationGate: z.boolean(),
};

/** How a project adjudicates its articles. */
export const adjudicationSettings = z.strictObject(fields);

/** How a project adjudicates its articles. */
export type AdjudicationSettings = z.infer<typeof adjudicationSettings>;

/** A change of the settings; fields that are absent stay. */
export const adjudicationSettingsChange = z.strictObject(fields).partial();

/** A change of the settings. */
export type AdjudicationSettingsChange = z.infer<typeof adjudicationSettingsChange>;

/** The settings of a project in which nobody has changed any. */
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

import { z } from 'zod';

/**
 * Where a majority's annotation begins and ends. exact: only where most have it to the character.
 * union: all that any of them marks. intersection: what all of them mark. characters: what more than
 * half of them mark. central: as the one whose mark is most like those of the others has it.
 */
export const boundaryRules = ['exact', 'union', 'intersection', 'characters', 'central'] as const;

/** Where a majority's annotation begins and ends. */
export type BoundaryRule = (typeof boundaryRules)[number];

/**
 * What a merge may settle by itself. What all readings say alike is always taken. `majority`: also a
 * label that more than half of the readings give, within the bounds that `boundary` names; null leaves
 * all others to people. `confidence`: see `confidenceUses`; null does not ask.
 */
export const mergeStrategy = z.strictObject({
  majority: z.strictObject({ boundary: z.enum(boundaryRules) }).nullable(),
  confidence: z
    .strictObject({
      /** 0 to 1: the mean of what is stated by those who made a version; of those who state none nothing is known. */
      least: z.number().min(0).max(1),
      /**
       * require: nothing is taken whose makers do not say that they are so sure. decide: beside the
       * other rules, the one version whose makers are so sure is taken, where those of no other are.
       */
      use: z.enum(['require', 'decide']),
    })
    .nullable(),
});

/** What a merge may settle by itself. */
export type MergeStrategy = z.infer<typeof mergeStrategy>;

/** What is proposed first: only what is not in dispute. */
export const cautious: MergeStrategy = { majority: null, confidence: null };

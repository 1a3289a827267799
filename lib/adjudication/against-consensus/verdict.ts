/** A decision, as far as it says why the consensus is as it is. Positions are UTF-16 code units. */
export type Verdict = {
  decisionId: string;
  start: number;
  end: number;
  kind: string;
  /** The rule of a merge that decided; empty where a person did. */
  rule: string;
  /** Why, in words; empty where nothing was said. */
  reason: string;
  by: { id: string; name: string };
  at: string;
  /** Whether it was in force at the moment that is asked about. */
  isCurrent: boolean;
  /** The versions of consensus annotations that it made. */
  made: { annotationId: string; version: number }[];
  /** The layers that these annotations are in. */
  layerIds: string[];
  /** The annotations that it decided on. */
  sources: string[];
  /** The labels that were said there and not given. */
  rejectedLabels: string[];
};

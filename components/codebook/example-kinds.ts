/** What an example shows: what to mark, or what is near it and is not to be marked. */
export const exampleKinds = { good: 'Good example.', 'near-miss': 'Near miss.' } as const;

/** What an example shows. */
export type ExampleKind = keyof typeof exampleKinds;

/** Of which kind an example is that a document tells of; what is unknown counts as good. */
export function exampleKindOf(attributes: Record<string, unknown> | undefined): ExampleKind {
  return attributes?.kind === 'near-miss' ? 'near-miss' : 'good';
}

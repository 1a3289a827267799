/** What leads to the readings of others, by how many are open to this person. */
export function otherLayersMessage(count: number): string {
  return count === 1 ? 'See 1 other reading' : `See ${count} other readings`;
}

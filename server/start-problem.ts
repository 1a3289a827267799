/** Why the server cannot start, in a sentence for the one who starts it; said without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Why the server cannot start, in a sentence for the one who starts it; said without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Why a backup, a restore or a move cannot be made, in sentences for the operator; shown without a stack. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';
}

/** Why the server or a command cannot start, in a sentence for the operator; printed without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Why a backup, restore or move fails, in sentences for the operator; printed without a stack. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';
}

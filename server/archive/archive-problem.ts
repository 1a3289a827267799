/** Why a backup, a restore or a move cannot be made, in sentences for the operator; shown without a stack. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';
}

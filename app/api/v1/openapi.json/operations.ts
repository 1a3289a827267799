import type { Operation } from '@/app/_gate/respond';
import * as health from '@/app/api/health/route';
import * as metrics from '@/app/api/metrics/route';
import * as ready from '@/app/api/ready/route';
import * as annotationDecision from '../annotations/[annotationId]/decision/route';
import * as annotationHistory from '../annotations/[annotationId]/history/route';
import * as article from '../articles/[articleId]/route';
import * as articleCalibration from '../articles/[articleId]/calibration/route';
import * as calibrationAttempts from '../articles/[articleId]/calibration/attempts/route';
import * as articleChanges from '../articles/[articleId]/changes/route';
import * as articleComparison from '../articles/[articleId]/comparison/route';
import * as articleAdjudication from '../articles/[articleId]/adjudication/route';
import * as articleMerges from '../articles/[articleId]/merges/route';
import * as articleExport from '../articles/[articleId]/export/route';
import * as articleLayers from '../articles/[articleId]/layers/route';
import * as articleThreads from '../articles/[articleId]/threads/route';
import * as articleText from '../articles/[articleId]/text/route';
import * as myLayer from '../articles/[articleId]/layers/mine/route';
import * as cleanUps from '../clean-ups/route';
import * as demo from '../demo/route';
import * as decision from '../decisions/[decisionId]/route';
import * as draft from '../drafts/[draftId]/route';
import * as draftLock from '../drafts/[draftId]/lock/route';
import * as draftText from '../drafts/[draftId]/text/route';
import * as invitationAccept from '../invitations/[token]/accept/route';
import * as layer from '../layers/[layerId]/route';
import * as annotations from '../layers/[layerId]/annotations/route';
import * as annotation from '../layers/[layerId]/annotations/[annotationId]/route';
import * as annotationsBatch from '../layers/[layerId]/annotations:batch/route';
import * as relations from '../layers/[layerId]/relations/route';
import * as relation from '../layers/[layerId]/relations/[relationId]/route';
import * as me from '../me/route';
import * as meMentions from '../me/mentions/route';
import * as mePassword from '../me/password/route';
import * as meProof from '../me/proof/route';
import * as meFactor from '../me/second-factor/route';
import * as meFactorConfirmation from '../me/second-factor/confirmation/route';
import * as meRecoveryCodes from '../me/second-factor/recovery-codes/route';
import * as meSessions from '../me/sessions/route';
import * as meSession from '../me/sessions/[sessionId]/route';
import * as projects from '../projects/route';
import * as project from '../projects/[projectId]/route';
import * as agreement from '../projects/[projectId]/agreement/route';
import * as performance from '../projects/[projectId]/performance/route';
import * as changes from '../projects/[projectId]/changes/route';
import * as articles from '../projects/[projectId]/articles/route';
import * as codebook from '../projects/[projectId]/codebook/route';
import * as codebookPublish from '../projects/[projectId]/codebook/publish/route';
import * as codebooks from '../projects/[projectId]/codebooks/route';
import * as codebookVersion from '../projects/[projectId]/codebooks/[version]/route';
import * as decisions from '../projects/[projectId]/decisions/route';
import * as drafts from '../projects/[projectId]/drafts/route';
import * as projectExport from '../projects/[projectId]/export/route';
import * as invitations from '../projects/[projectId]/invitations/route';
import * as invitation from '../projects/[projectId]/invitations/[invitationId]/route';
import * as members from '../projects/[projectId]/members/route';
import * as member from '../projects/[projectId]/members/[userId]/route';
import * as memberAccount from '../projects/[projectId]/members/[userId]/account/route';
import * as memberPasswordReset from '../projects/[projectId]/members/[userId]/password-reset/route';
import * as passwordResets from '../password-resets/route';
import * as passwordResetAccept from '../password-resets/accept/route';
import * as projectAdjudication from '../projects/[projectId]/adjudication/route';
import * as projectMerges from '../projects/[projectId]/merges/route';
import * as round from '../projects/[projectId]/rounds/[number]/route';
import * as rounds from '../projects/[projectId]/rounds/route';
import * as securityEvents from '../projects/[projectId]/security-events/route';
import * as adjudicationSettings from '../projects/[projectId]/adjudication-settings/route';
import * as thread from '../threads/[threadId]/route';
import * as comment from '../threads/[threadId]/comments/[commentId]/route';
import * as tokens from '../tokens/route';
import * as token from '../tokens/[tokenId]/route';
import * as welcome from '../welcome/[secret]/route';

/** What a `route.ts` exports: its handlers by method. */
export type RouteModule = Partial<
  Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', { operation: Operation }>
>;

/** Every route of the API by its path; a test keeps this list complete. */
export const routeModules: Record<string, RouteModule> = {
  '/api/health': health,
  '/api/ready': ready,
  '/api/metrics': metrics,
  '/api/v1/me': me,
  '/api/v1/me/mentions': meMentions,
  '/api/v1/me/password': mePassword,
  '/api/v1/me/proof': meProof,
  '/api/v1/me/second-factor': meFactor,
  '/api/v1/me/second-factor/confirmation': meFactorConfirmation,
  '/api/v1/me/second-factor/recovery-codes': meRecoveryCodes,
  '/api/v1/me/sessions': meSessions,
  '/api/v1/me/sessions/{sessionId}': meSession,
  '/api/v1/tokens': tokens,
  '/api/v1/tokens/{tokenId}': token,
  '/api/v1/welcome/{secret}': welcome,
  '/api/v1/password-resets': passwordResets,
  '/api/v1/password-resets/accept': passwordResetAccept,
  '/api/v1/projects': projects,
  '/api/v1/projects/{projectId}': project,
  '/api/v1/projects/{projectId}/members': members,
  '/api/v1/projects/{projectId}/members/{userId}': member,
  '/api/v1/projects/{projectId}/members/{userId}/account': memberAccount,
  '/api/v1/projects/{projectId}/members/{userId}/password-reset': memberPasswordReset,
  '/api/v1/projects/{projectId}/invitations': invitations,
  '/api/v1/projects/{projectId}/invitations/{invitationId}': invitation,
  '/api/v1/invitations/{token}/accept': invitationAccept,
  '/api/v1/projects/{projectId}/codebook': codebook,
  '/api/v1/projects/{projectId}/codebook/publish': codebookPublish,
  '/api/v1/projects/{projectId}/codebooks': codebooks,
  '/api/v1/projects/{projectId}/codebooks/{version}': codebookVersion,
  '/api/v1/projects/{projectId}/articles': articles,
  '/api/v1/projects/{projectId}/agreement': agreement,
  '/api/v1/projects/{projectId}/performance': performance,
  '/api/v1/projects/{projectId}/rounds': rounds,
  '/api/v1/projects/{projectId}/rounds/{number}': round,
  '/api/v1/projects/{projectId}/security-events': securityEvents,
  '/api/v1/projects/{projectId}/adjudication-settings': adjudicationSettings,
  '/api/v1/projects/{projectId}/adjudication': projectAdjudication,
  '/api/v1/projects/{projectId}/merges': projectMerges,
  '/api/v1/projects/{projectId}/changes': changes,
  '/api/v1/projects/{projectId}/decisions': decisions,
  '/api/v1/projects/{projectId}/export': projectExport,
  '/api/v1/projects/{projectId}/drafts': drafts,
  '/api/v1/clean-ups': cleanUps,
  '/api/v1/drafts/{draftId}': draft,
  '/api/v1/drafts/{draftId}/text': draftText,
  '/api/v1/drafts/{draftId}/lock': draftLock,
  '/api/v1/articles/{articleId}': article,
  '/api/v1/articles/{articleId}/text': articleText,
  '/api/v1/articles/{articleId}/calibration': articleCalibration,
  '/api/v1/articles/{articleId}/calibration/attempts': calibrationAttempts,
  '/api/v1/articles/{articleId}/changes': articleChanges,
  '/api/v1/articles/{articleId}/comparison': articleComparison,
  '/api/v1/articles/{articleId}/adjudication': articleAdjudication,
  '/api/v1/articles/{articleId}/merges': articleMerges,
  '/api/v1/decisions/{decisionId}': decision,
  '/api/v1/articles/{articleId}/export': articleExport,
  '/api/v1/articles/{articleId}/layers': articleLayers,
  '/api/v1/articles/{articleId}/layers/mine': myLayer,
  '/api/v1/layers/{layerId}': layer,
  '/api/v1/layers/{layerId}/annotations': annotations,
  '/api/v1/layers/{layerId}/annotations/{annotationId}': annotation,
  '/api/v1/layers/{layerId}/annotations:batch': annotationsBatch,
  '/api/v1/layers/{layerId}/relations': relations,
  '/api/v1/layers/{layerId}/relations/{relationId}': relation,
  '/api/v1/annotations/{annotationId}/decision': annotationDecision,
  '/api/v1/annotations/{annotationId}/history': annotationHistory,
  '/api/v1/articles/{articleId}/threads': articleThreads,
  '/api/v1/threads/{threadId}': thread,
  '/api/v1/threads/{threadId}/comments/{commentId}': comment,
  '/api/v1/demo': demo,
};

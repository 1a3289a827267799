import type { Operation } from '@/app/_gate/respond';
import * as health from '@/app/api/health/route';
import * as metrics from '@/app/api/metrics/route';
import * as ready from '@/app/api/ready/route';
import * as invitationAccept from '../invitations/[token]/accept/route';
import * as me from '../me/route';
import * as mePassword from '../me/password/route';
import * as meSessions from '../me/sessions/route';
import * as projects from '../projects/route';
import * as project from '../projects/[projectId]/route';
import * as invitations from '../projects/[projectId]/invitations/route';
import * as invitation from '../projects/[projectId]/invitations/[invitationId]/route';
import * as members from '../projects/[projectId]/members/route';
import * as member from '../projects/[projectId]/members/[userId]/route';
import * as tokens from '../tokens/route';
import * as token from '../tokens/[tokenId]/route';
import * as welcome from '../welcome/[secret]/route';

/** What a `route.ts` exports: its handlers by method. */
export type RouteModule = Partial<
  Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', { operation: Operation }>
>;

/** Every route of the API by its path; a test keeps this list whole. */
export const routeModules: Record<string, RouteModule> = {
  '/api/health': health,
  '/api/ready': ready,
  '/api/metrics': metrics,
  '/api/v1/me': me,
  '/api/v1/me/password': mePassword,
  '/api/v1/me/sessions': meSessions,
  '/api/v1/tokens': tokens,
  '/api/v1/tokens/{tokenId}': token,
  '/api/v1/welcome/{secret}': welcome,
  '/api/v1/projects': projects,
  '/api/v1/projects/{projectId}': project,
  '/api/v1/projects/{projectId}/members': members,
  '/api/v1/projects/{projectId}/members/{userId}': member,
  '/api/v1/projects/{projectId}/invitations': invitations,
  '/api/v1/projects/{projectId}/invitations/{invitationId}': invitation,
  '/api/v1/invitations/{token}/accept': invitationAccept,
};

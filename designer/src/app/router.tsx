import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import {
  adminSearch,
  boardSearch,
  devMailSearch,
  editorSearch,
  inboxSearch,
  signInSearch,
} from '../lib/search-params.ts';
import { loadSession } from '../lib/session.ts';
import { homePath } from './access.ts';
import { lazyPage } from './lazy-page.tsx';
import './navigation-mode.ts';
import { PageError } from './page-error.tsx';
import { PageNotFound } from './page-not-found.tsx';
import { PagePending } from './page-pending.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()();

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyPage(
    async () => (await import('../features/sign-in/sign-in-page.tsx')).SignInPage,
  ),
});

/** Opened by the link of a mail. */
const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyPage(async () => (await import('../features/sign-in/reset-page.tsx')).ResetPage),
});

/** Everything that needs a session; without one it leads to the sign-in page and back. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await loadSession(context.client);
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } });
    return { session };
  },
});
const parent = () => shellRoute;

const homeRoute = createRoute({
  getParentRoute: parent,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homePath(context.session) });
  },
});
const inboxRoute = createRoute({
  getParentRoute: parent,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyPage(
    async () => (await import('../features/task-inbox/inbox-page.tsx')).InboxPage,
  ),
});
const boardRoute = createRoute({
  getParentRoute: parent,
  path: '/opportunities',
  validateSearch: boardSearch,
  staticData: { navigation: 'narrow' },
  component: lazyPage(
    async () => (await import('../features/opportunity-board/board-page.tsx')).BoardPage,
  ),
});
const dealRoute = createRoute({
  getParentRoute: parent,
  path: '/deals/$dealId',
  staticData: { navigation: 'narrow' },
  component: lazyPage(async () => (await import('../features/deal-page/deal-page.tsx')).DealPage),
});
const processesRoute = createRoute({
  getParentRoute: parent,
  path: '/processes',
  component: lazyPage(
    async () => (await import('../features/process-list/process-list-page.tsx')).ProcessListPage,
  ),
});
const editorRoute = createRoute({
  getParentRoute: parent,
  path: '/processes/$processKey',
  validateSearch: editorSearch,
  staticData: { navigation: 'hidden' },
  component: lazyPage(
    async () => (await import('../features/process-editor/editor-page.tsx')).EditorPage,
  ),
});
const peopleRoute = createRoute({
  getParentRoute: parent,
  path: '/admin/people',
  validateSearch: adminSearch,
  component: lazyPage(
    async () => (await import('../features/admin/people/people-page.tsx')).PeoplePage,
  ),
});
const departmentsRoute = createRoute({
  getParentRoute: parent,
  path: '/admin/departments',
  validateSearch: adminSearch,
  component: lazyPage(
    async () =>
      (await import('../features/admin/departments/departments-page.tsx')).DepartmentsPage,
  ),
});
const calendarsRoute = createRoute({
  getParentRoute: parent,
  path: '/admin/calendars',
  validateSearch: adminSearch,
  component: lazyPage(
    async () => (await import('../features/admin/calendars/calendars-page.tsx')).CalendarsPage,
  ),
});
const absencesRoute = createRoute({
  getParentRoute: parent,
  path: '/absences',
  validateSearch: adminSearch,
  component: lazyPage(
    async () => (await import('../features/admin/absences/absences-page.tsx')).AbsencesPage,
  ),
});
const statusRoute = createRoute({
  getParentRoute: parent,
  path: '/admin/status',
  component: lazyPage(async () => (await import('../features/status/status-page.tsx')).StatusPage),
});
const devMailRoute = createRoute({
  getParentRoute: parent,
  path: '/dev/mail',
  validateSearch: devMailSearch,
  component: lazyPage(
    async () => (await import('../features/dev-mail/dev-mail-page.tsx')).DevMailPage,
  ),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  resetRoute,
  shellRoute.addChildren([
    homeRoute,
    inboxRoute,
    boardRoute,
    dealRoute,
    processesRoute,
    editorRoute,
    peopleRoute,
    departmentsRoute,
    calendarsRoute,
    absencesRoute,
    statusRoute,
    devMailRoute,
  ]),
]);

/** The addresses of the app; pages are loaded when they are first opened. */
export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageNotFound,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 200,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

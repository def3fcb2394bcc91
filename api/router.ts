import { implement } from '@orpc/server';
import { armExits } from './commands/deals/arm-exits.ts';
import { createAbsence, removeAbsence, updateAbsence } from './commands/people/absences.ts';
import { addItem } from './commands/tasks/add-item.ts';
import { createCalendar, updateCalendar } from './commands/calendars/admin-calendars.ts';
import { createDepartment, updateDepartment } from './commands/people/admin-departments.ts';
import { createPerson, updatePerson } from './commands/people/admin-people.ts';
import { changePassword } from './commands/password/change-password.ts';
import { resetPassword } from './commands/password/reset-password.ts';
import { sendResetLink } from './commands/password/send-reset-link.ts';
import { claimTask, releaseTask } from './commands/tasks/claim-task.ts';
import { completeTask } from './commands/tasks/complete-task.ts';
import { createDeal } from './commands/deals/create-deal.ts';
import { createProcess } from './commands/processes/create-process.ts';
import { decideApproval } from './commands/tasks/decide-approval.ts';
import { decideMail } from './commands/deals/decide-mail.ts';
import { endWait } from './commands/deals/end-wait.ts';
import { holdDeal, resumeDeal } from './commands/deals/hold-deal.ts';
import { moveDeal } from './commands/deals/move-deal.ts';
import { pauseProcess, resumeProcess } from './commands/processes/pause-process.ts';
import { pauseTask, resumeTask } from './commands/tasks/pause-task.ts';
import { publishVersion } from './commands/processes/publish-version.ts';
import { readNotifications } from './commands/account/read-notifications.ts';
import { reopenDeal } from './commands/deals/reopen-deal.ts';
import { reportEvent } from './commands/deals/report-event.ts';
import { resolveIncident } from './commands/deals/resolve-incident.ts';
import { restoreVersion, saveDraft } from './commands/processes/save-draft.ts';
import { retrySetAside } from './commands/running/retry-set-aside.ts';
import { saveTaskDraft } from './commands/tasks/save-task-draft.ts';
import { setFields } from './commands/deals/set-fields.ts';
import { setOwner } from './commands/deals/set-owner.ts';
import { signIn, signInDemo, signOut } from './commands/account/sign-in.ts';
import { takeBackNote, takeNote } from './commands/tasks/take-note.ts';
import { decideOffer, waiveTask } from './commands/tasks/task-decisions.ts';
import { contract } from './contract/contract.ts';
import { endpoint, openEndpoint } from './http/endpoint.ts';
import type { RequestContext } from './http/request-context.ts';
import { listCalendars } from './queries/calendars/admin-calendars.ts';
import { listDepartments } from './queries/people/admin-departments.ts';
import { listPeople } from './queries/people/admin-people.ts';
import { getOpenWork } from './queries/people/open-work.ts';
import { countTasks } from './queries/task/count-tasks.ts';
import { getMail, listMail } from './queries/operations/dev-mail.ts';
import { listDemoPeople } from './queries/people/list-demo-people.ts';
import { getBoard } from './queries/board/get-board.ts';
import { getDeal } from './queries/deal/get-deal.ts';
import { getDirectory } from './queries/people/get-directory.ts';
import { getHealth } from './queries/operations/get-health.ts';
import { getImpact } from './queries/process/get-impact.ts';
import { getIntake } from './queries/board/get-intake.ts';
import { getProcess } from './queries/process/get-process.ts';
import { getSession } from './queries/account/get-session.ts';
import { getStatus } from './queries/operations/get-status.ts';
import { getTask } from './queries/task/get-task.ts';
import { getTimeline } from './queries/deal/get-timeline.ts';
import { listAbsences, listColleagues } from './queries/people/list-absences.ts';
import { listDeals } from './queries/board/list-deals.ts';
import { listHolidayPlaces } from './queries/calendars/list-holiday-places.ts';
import { listHolidays } from './queries/calendars/list-holidays.ts';
import { listNotifications } from './queries/account/list-notifications.ts';
import { listProcesses } from './queries/process/list-processes.ts';
import { listTasks } from './queries/task/list-tasks.ts';
import { getVersion, listVersions } from './queries/process/list-versions.ts';

const os = implement(contract).$context<RequestContext>();

/** Every route of the contract with its one use case. */
export const router = os.router({
  session: {
    get: os.session.get.handler(endpoint('session.get', getSession)),
    signIn: os.session.signIn.handler(openEndpoint(signIn)),
    demoPeople: os.session.demoPeople.handler(openEndpoint(listDemoPeople)),
    demoSignIn: os.session.demoSignIn.handler(openEndpoint(signInDemo)),
    changePassword: os.session.changePassword.handler(
      endpoint('session.changePassword', changePassword),
    ),
    resetPassword: os.session.resetPassword.handler(openEndpoint(resetPassword)),
    signOut: os.session.signOut.handler(openEndpoint(signOut)),
  },
  status: {
    health: os.status.health.handler(openEndpoint(getHealth)),
    status: os.status.status.handler(endpoint('status.status', getStatus)),
    retry: os.status.retry.handler(endpoint('status.retry', retrySetAside)),
  },
  processes: {
    list: os.processes.list.handler(endpoint('processes.list', listProcesses)),
    create: os.processes.create.handler(endpoint('processes.create', createProcess)),
    get: os.processes.get.handler(endpoint('processes.get', getProcess)),
    saveDraft: os.processes.saveDraft.handler(endpoint('processes.saveDraft', saveDraft)),
    impact: os.processes.impact.handler(endpoint('processes.impact', getImpact)),
    publish: os.processes.publish.handler(endpoint('processes.publish', publishVersion)),
    versions: os.processes.versions.handler(endpoint('processes.versions', listVersions)),
    version: os.processes.version.handler(endpoint('processes.version', getVersion)),
    restore: os.processes.restore.handler(endpoint('processes.restore', restoreVersion)),
    pause: os.processes.pause.handler(endpoint('processes.pause', pauseProcess)),
    resume: os.processes.resume.handler(endpoint('processes.resume', resumeProcess)),
    directory: os.processes.directory.handler(endpoint('processes.directory', getDirectory)),
  },
  deals: {
    board: os.deals.board.handler(endpoint('deals.board', getBoard)),
    list: os.deals.list.handler(endpoint('deals.list', listDeals)),
    create: os.deals.create.handler(endpoint('deals.create', createDeal)),
    intake: os.deals.intake.handler(endpoint('deals.intake', getIntake)),
    get: os.deals.get.handler(endpoint('deals.get', getDeal)),
    timeline: os.deals.timeline.handler(endpoint('deals.timeline', getTimeline)),
    move: os.deals.move.handler(endpoint('deals.move', moveDeal)),
    setFields: os.deals.setFields.handler(endpoint('deals.setFields', setFields)),
    setOwner: os.deals.setOwner.handler(endpoint('deals.setOwner', setOwner)),
    event: os.deals.event.handler(endpoint('deals.event', reportEvent)),
    addItem: os.deals.addItem.handler(endpoint('deals.addItem', addItem)),
    acknowledge: os.deals.acknowledge.handler(endpoint('deals.acknowledge', takeNote)),
    takeBackNote: os.deals.takeBackNote.handler(endpoint('deals.takeBackNote', takeBackNote)),
    hold: os.deals.hold.handler(endpoint('deals.hold', holdDeal)),
    resume: os.deals.resume.handler(endpoint('deals.resume', resumeDeal)),
    arm: os.deals.arm.handler(endpoint('deals.arm', armExits)),
    reopen: os.deals.reopen.handler(endpoint('deals.reopen', reopenDeal)),
    decideMail: os.deals.decideMail.handler(endpoint('deals.decideMail', decideMail)),
    endWait: os.deals.endWait.handler(endpoint('deals.endWait', endWait)),
    resolveIncident: os.deals.resolveIncident.handler(
      endpoint('deals.resolveIncident', resolveIncident),
    ),
  },
  tasks: {
    list: os.tasks.list.handler(endpoint('tasks.list', listTasks)),
    counts: os.tasks.counts.handler(endpoint('tasks.counts', countTasks)),
    get: os.tasks.get.handler(endpoint('tasks.get', getTask)),
    claim: os.tasks.claim.handler(endpoint('tasks.claim', claimTask)),
    release: os.tasks.release.handler(endpoint('tasks.release', releaseTask)),
    saveDraft: os.tasks.saveDraft.handler(endpoint('tasks.saveDraft', saveTaskDraft)),
    complete: os.tasks.complete.handler(endpoint('tasks.complete', completeTask)),
    request: os.tasks.request.handler(
      endpoint('tasks.request', (context, input: { taskId: string; revision: number }) =>
        decideOffer(context, input, 'request'),
      ),
    ),
    notNeeded: os.tasks.notNeeded.handler(
      endpoint('tasks.notNeeded', (context, input: { taskId: string; revision: number }) =>
        decideOffer(context, input, 'notNeeded'),
      ),
    ),
    decide: os.tasks.decide.handler(endpoint('tasks.decide', decideApproval)),
    pause: os.tasks.pause.handler(endpoint('tasks.pause', pauseTask)),
    resume: os.tasks.resume.handler(endpoint('tasks.resume', resumeTask)),
    waive: os.tasks.waive.handler(endpoint('tasks.waive', waiveTask)),
  },
  notifications: {
    list: os.notifications.list.handler(endpoint('notifications.list', listNotifications)),
    read: os.notifications.read.handler(endpoint('notifications.read', readNotifications)),
  },
  absences: {
    people: os.absences.people.handler(endpoint('absences.people', listColleagues)),
    list: os.absences.list.handler(endpoint('absences.list', listAbsences)),
    create: os.absences.create.handler(endpoint('absences.create', createAbsence)),
    update: os.absences.update.handler(endpoint('absences.update', updateAbsence)),
    remove: os.absences.remove.handler(endpoint('absences.remove', removeAbsence)),
  },
  admin: {
    people: os.admin.people.handler(endpoint('admin.people', listPeople)),
    createPerson: os.admin.createPerson.handler(endpoint('admin.createPerson', createPerson)),
    updatePerson: os.admin.updatePerson.handler(endpoint('admin.updatePerson', updatePerson)),
    sendResetLink: os.admin.sendResetLink.handler(endpoint('admin.sendResetLink', sendResetLink)),
    openWork: os.admin.openWork.handler(endpoint('admin.openWork', getOpenWork)),
    departments: os.admin.departments.handler(endpoint('admin.departments', listDepartments)),
    createDepartment: os.admin.createDepartment.handler(
      endpoint('admin.createDepartment', createDepartment),
    ),
    updateDepartment: os.admin.updateDepartment.handler(
      endpoint('admin.updateDepartment', updateDepartment),
    ),
    calendars: os.admin.calendars.handler(endpoint('admin.calendars', listCalendars)),
    createCalendar: os.admin.createCalendar.handler(
      endpoint('admin.createCalendar', createCalendar),
    ),
    updateCalendar: os.admin.updateCalendar.handler(
      endpoint('admin.updateCalendar', updateCalendar),
    ),
    holidayPlaces: os.admin.holidayPlaces.handler(
      endpoint('admin.holidayPlaces', listHolidayPlaces),
    ),
    holidays: os.admin.holidays.handler(endpoint('admin.holidays', listHolidays)),
  },
  devMail: {
    list: os.devMail.list.handler(endpoint('devMail.list', listMail)),
    get: os.devMail.get.handler(endpoint('devMail.get', getMail)),
  },
});

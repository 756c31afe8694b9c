// The routes: which screen stands at which address, and who is signed in.
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Fallen } from './pieces/fallen'
import { SignedIn } from './pieces/me'
import { Waiting } from './pieces/ui/waiting'
import { WholeWords, WordsProvider } from './pieces/words/words'

const Login = lazy(() => import('./screens/login/login').then((m) => ({ default: m.Login })))
const SetUp = lazy(() => import('./screens/login/set-up').then((m) => ({ default: m.SetUp })))
const Join = lazy(() => import('./screens/login/join').then((m) => ({ default: m.Join })))
const GuestLink = lazy(() =>
  import('./screens/login/guest').then((m) => ({ default: m.GuestLink })),
)
const Plan = lazy(() => import('./screens/plan/plan').then((m) => ({ default: m.Plan })))
const People = lazy(() => import('./screens/people/people').then((m) => ({ default: m.People })))
const Templates = lazy(() =>
  import('./screens/templates/templates').then((m) => ({ default: m.Templates })),
)
const TemplatePage = lazy(() =>
  import('./screens/templates/template-page').then((m) => ({ default: m.TemplatePage })),
)
const Editor = lazy(() => import('./screens/editor/editor').then((m) => ({ default: m.Editor })))
const Projector = lazy(() =>
  import('./screens/projector/projector').then((m) => ({ default: m.Projector })),
)
const Lead = lazy(() => import('./screens/projector/lead').then((m) => ({ default: m.Lead })))
const VersionPage = lazy(() =>
  import('./screens/version/version-page').then((m) => ({ default: m.VersionPage })),
)
const Answers = lazy(() =>
  import('./screens/answers/answers').then((m) => ({ default: m.Answers })),
)
const Room = lazy(() => import('./screens/room/room').then((m) => ({ default: m.Room })))
const Before = lazy(() => import('./screens/before/before').then((m) => ({ default: m.Before })))
const Check = lazy(() => import('./screens/check/check').then((m) => ({ default: m.Check })))
const Reach = lazy(() => import('./screens/check/reach').then((m) => ({ default: m.Reach })))
const Compare = lazy(() =>
  import('./screens/compare/compare').then((m) => ({ default: m.Compare })),
)
const History = lazy(() =>
  import('./screens/history/history').then((m) => ({ default: m.History })),
)
const MinutesPage = lazy(() =>
  import('./screens/minutes/minutes-page').then((m) => ({ default: m.MinutesPage })),
)
const Revise = lazy(() => import('./screens/revise/revise').then((m) => ({ default: m.Revise })))
const PaperAfter = lazy(() =>
  import('./screens/paper-after/paper-after').then((m) => ({ default: m.PaperAfter })),
)
const Tasks = lazy(() => import('./screens/tasks/tasks').then((m) => ({ default: m.Tasks })))
const Verify = lazy(() => import('./screens/verify/verify').then((m) => ({ default: m.Verify })))
const NotFound = lazy(() =>
  import('./screens/login/not-found').then((m) => ({ default: m.NotFound })),
)

export function App() {
  return (
    <WordsProvider>
      <Fallen>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/login" component={Login} />
            <Route path="/setup/:token">{({ token }) => <SetUp token={token} />}</Route>
            <Route path="/join/:token">{({ token }) => <Join token={token} />}</Route>
            <Route path="/reach/:token">
              {({ token }) => (
                <WholeWords>
                  <Reach token={token} />
                </WholeWords>
              )}
            </Route>
            <Route path="/guest/:token">
              {({ token }) => (
                <WholeWords>
                  <GuestLink token={token} />
                </WholeWords>
              )}
            </Route>
            <Route>
              <SignedIn>
                <Switch>
                  <Route path="/" component={Plan} />
                  <Route path="/tasks" component={Tasks} />
                  <Route path="/people" component={People} />
                  <Route path="/templates" component={Templates} />
                  <Route path="/templates/:kind">
                    {({ kind }) => <TemplatePage name={kind} />}
                  </Route>
                  <Route path="/sessions/:id/project">
                    {({ id }) => <Projector sessionId={id} />}
                  </Route>
                  <Route path="/sessions/:id/lead">{({ id }) => <Lead sessionId={id} />}</Route>
                  <Route path="/sessions/:id/room">{({ id }) => <Room sessionId={id} />}</Route>
                  <Route path="/sessions/:id/before">{({ id }) => <Before sessionId={id} />}</Route>
                  <Route path="/sessions/:id/check">{({ id }) => <Check sessionId={id} />}</Route>
                  <Route path="/sessions/:id/answers">
                    {({ id }) => <Answers sessionId={id} />}
                  </Route>
                  <Route path="/sessions/:id/history/:paper?">
                    {({ id, paper }) => <History sessionId={id} paper={paper} />}
                  </Route>
                  <Route path="/sessions/:id/compare">
                    {({ id }) => <Compare sessionId={id} />}
                  </Route>
                  <Route path="/sessions/:id/revise">{({ id }) => <Revise sessionId={id} />}</Route>
                  <Route path="/sessions/:id/papers/:kind">
                    {({ id, kind }) => <PaperAfter sessionId={id} kind={kind} />}
                  </Route>
                  <Route path="/sessions/:id/minutes/read">
                    {({ id }) => <MinutesPage sessionId={id} />}
                  </Route>
                  <Route path="/sessions/:id/:paper?">
                    {({ id, paper }) => <Editor sessionId={id} paper={paper} />}
                  </Route>
                  <Route path="/versions/:id">{({ id }) => <VersionPage versionId={id} />}</Route>
                  <Route path="/verify" component={Verify} />
                  <Route component={NotFound} />
                </Switch>
              </SignedIn>
            </Route>
          </Switch>
        </Suspense>
      </Fallen>
    </WordsProvider>
  )
}

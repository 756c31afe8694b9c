// /api/sessions/:id/programme, /running, /speakers, /minutes, /votes and /api/votes: the meeting as it is led.
import { Hono } from 'hono'
import { z } from 'zod'
import { choices } from '../../shared/facts/vote'
import { newVote, voteCounts } from '../../shared/records/vote'
import {
  askToSpeak,
  callSpeaker,
  callWish,
  planProgramme,
  programmeWish,
  runItem,
  runningWish,
  speakingWish,
  stopWaiting,
} from '../work/lead-meeting'
import { minutesEntry, recordInMinutes } from '../work/minutes'
import { castBallot, closeVote, listVotes, openVote } from '../work/votes'
import { body, type Env, signedIn } from './guard'

export const meeting = new Hono<Env>()
  .put('/:id/programme', body(programmeWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await planProgramme(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/running', body(runningWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await runItem(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .post('/:id/speakers', body(speakingWish), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await askToSpeak(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .put('/:id/speakers/:speaker', body(callWish), signedIn, async (c) => {
    const { services, person } = c.var
    const { id, speaker } = c.req.param()
    return c.json(await callSpeaker(services, person, id, speaker, c.req.valid('json')))
  })
  .delete('/:id/speakers/:speaker', signedIn, async (c) => {
    const { id, speaker } = c.req.param()
    return c.json(await stopWaiting(c.var.services, c.var.person, id, speaker))
  })
  .post('/:id/minutes', body(minutesEntry), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await recordInMinutes(services, person, c.req.param('id'), c.req.valid('json')))
  })
  .get('/:id/votes', signedIn, async (c) => {
    const { services, person } = c.var
    return c.json({ votes: await listVotes(services, person, c.req.param('id')) })
  })
  .post('/:id/votes', body(newVote), signedIn, async (c) => {
    const { services, person } = c.var
    return c.json(await openVote(services, person, c.req.param('id'), c.req.valid('json')), 201)
  })

export const votes = new Hono<Env>()
  .post('/:id/ballot', body(z.object({ choice: z.enum(choices) })), signedIn, async (c) => {
    const { choice } = c.req.valid('json')
    return c.json(await castBallot(c.var.services, c.var.person, c.req.param('id'), choice))
  })
  .post('/:id/close', body(z.object({ counts: voteCounts.nullable() })), signedIn, async (c) => {
    const { counts } = c.req.valid('json')
    return c.json(await closeVote(c.var.services, c.var.person, c.req.param('id'), counts))
  })

package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.approvals.NoLongerOpen;
import dev.wakeful.commandcenter.approvals.NoSuchQuestion;
import dev.wakeful.commandcenter.budget.LedgerAway;
import dev.wakeful.commandcenter.emergency.ReasonMissing;
import dev.wakeful.commandcenter.emergency.StopRefused;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.repositories.RepositoryRefused;
import dev.wakeful.commandcenter.stopping.NoSuchTask;
import dev.wakeful.commandcenter.stopping.TaskHasEnded;
import dev.wakeful.commandcenter.workspaces.StillAtWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.kafka.KafkaException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What went wrong, as an answer that says what to do; before Spring's own words for it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail on(RepositoryRefused refused) {
        return ProblemAnswer.of(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(StopRefused refused) {
        return ProblemAnswer.of(HttpStatus.CONFLICT, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(ReasonMissing missing) {
        return ProblemAnswer.of(HttpStatus.BAD_REQUEST, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(RequestRefused refused) {
        return ProblemAnswer.of(HttpStatus.BAD_REQUEST, refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(NoSuchQuestion missing) {
        return ProblemAnswer.of(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(NoSuchTask missing) {
        return ProblemAnswer.of(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(TaskHasEnded ended) {
        return ProblemAnswer.of(HttpStatus.CONFLICT, ended.getMessage());
    }

    /** With the question as it is now, so that a client need not ask again. */
    @ExceptionHandler
    ProblemDetail on(NoLongerOpen closed) {
        ProblemDetail problem = ProblemAnswer.of(HttpStatus.CONFLICT, closed.getMessage());
        problem.setProperty("approval", closed.approval());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(StillAtWork inUse) {
        return ProblemAnswer.of(HttpStatus.CONFLICT, inUse.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(LedgerAway away) {
        return ProblemAnswer.of(
                HttpStatus.SERVICE_UNAVAILABLE, away.getMessage() + " What its events tell is in GET /api/budget.");
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException unreadable) {
        return ProblemAnswer.of(
                HttpStatus.BAD_REQUEST,
                "The body is no JSON object of the expected form; see the README for an example.");
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException mismatch) {
        return ProblemAnswer.of(
                HttpStatus.BAD_REQUEST,
                "'" + mismatch.getName() + "' must be "
                        + (mismatch.getRequiredType() == boolean.class ? "true or false." : "a whole number."));
    }

    @ExceptionHandler
    ProblemDetail on(NotThere missing) {
        return ProblemAnswer.of(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    ProblemDetail databaseAway(RuntimeException failure) {
        LOG.warn("The database did not answer: {}", failure.getMessage());
        return ProblemAnswer.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer; nothing was changed, try again shortly.");
    }

    @ExceptionHandler(KafkaException.class)
    ProblemDetail brokerAway() {
        return ProblemAnswer.of(
                HttpStatus.SERVICE_UNAVAILABLE, "The broker does not answer; nothing was changed, try again shortly.");
    }
}

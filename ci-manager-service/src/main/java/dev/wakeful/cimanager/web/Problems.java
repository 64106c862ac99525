package dev.wakeful.cimanager.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as RFC 9457 problems. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SECONDS = "30";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refused refused) {
        ProblemDetail problem = ProblemDetail.forStatus(refused.status());
        if (!refused.detail().isEmpty()) {
            problem.setDetail(refused.detail());
        }
        return ResponseEntity.of(problem).build();
    }

    /** The transaction took everything back; the sender may try again without harm. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> onDatabaseAway(RuntimeException failure) {
        LOG.warn("A request was not stored, its sender is told to come again: {}", failure.getMessage());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Nothing was stored: the database does not answer. Send it again in " + SECONDS + " seconds");
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .build();
    }
}

package dev.wakeful.cli.doctor;

/** One thing that this machine or the running system must have. */
public interface Check {

    Diagnosis diagnose() throws InterruptedException;
}

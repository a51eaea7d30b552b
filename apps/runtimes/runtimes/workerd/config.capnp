using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "exam", worker = .exam),
    # By default a worker reaches no address of this machine.
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  # The address comes from the command line.
  sockets = [(name = "http", http = (), service = "exam")],
);

const exam :Workerd.Worker = (
  modules = [
    (name = "worker", esModule = embed "worker.js"),
    (name = "exam-handler", esModule = embed "../../dist/exam-handler.js"),
  ],
  bindings = [(name = "CORSAC_POLICY", fromEnvironment = "CORSAC_POLICY")],
  compatibilityDate = "2026-11-01",
);
